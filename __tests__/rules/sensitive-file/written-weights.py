"""Prints written-weights.ts: models as their own libraries write them.

pip install safetensors==0.8.0 gguf==0.19.0 onnx==1.23.1 onnxruntime==1.30.0 scikit-learn==1.9.1 h5py==3.14.0 joblib==1.6.0 flax==0.12.8
tensorflow-cpu==2.21.0 torch==2.13.0, then
python written-weights.py > written-weights.ts
"""
import base64, os, pickle, tempfile, zlib
os.environ.update(TF_CPP_MIN_LOG_LEVEL='3', CUDA_VISIBLE_DEVICES='-1')
import flax.serialization, gguf, h5py, joblib, keras, numpy as np, onnx, onnxruntime, scipy.sparse, tensorflow as tf, torch, zipfile
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import save_file
from sklearn.linear_model import LogisticRegression
from sklearn.tree import DecisionTreeClassifier

folder = tempfile.mkdtemp()
at = lambda name: os.path.join(folder, name)

save_file({'a.weight': np.zeros((3, 4), np.float32), 'a.bias': np.zeros(4, np.float16)}, at('a.safetensors'), metadata={'format': 'pt'})

writer = gguf.GGUFWriter(at('a.gguf'), 'llama')
writer.add_name('tiny')
writer.add_array('tokenizer.ggml.tokens', ['a', 'b'])
writer.add_tensor('first', np.zeros((2, 3), np.float32))
writer.add_tensor('second', np.zeros(5, np.float32))
writer.write_header_to_file()
writer.write_kv_data_to_file()
writer.write_tensors_to_file()
writer.close()

value = lambda name, shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
weights = [numpy_helper.from_array(np.zeros((4, 3), np.float32), 'w'), numpy_helper.from_array(np.zeros(3, np.float32), 'b')]
graph = helper.make_graph([helper.make_node('MatMul', ['x', 'w'], ['y'])], 'main', [value('x', [1, 4])], [value('y', [1, 3])], weights)
onnx.save(helper.make_model(graph, producer_name='pytorch'), at('a.onnx'))
onnx.save(helper.make_model(graph, doc_string='documented'), at('documented.onnx'))

onnx.save(helper.make_model(graph), at('apart.onnx'), save_as_external_data=True, location='apart.numbers', size_threshold=0)
options = onnxruntime.SessionOptions()
options.optimized_model_filepath = at('a.ort')
options.add_session_config_entry('session.save_model_format', 'ORT')
onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid('', 17)], ir_version=9), at('a.onnx'))
onnxruntime.InferenceSession(at('a.onnx'), options)
onnx.save(helper.make_model(graph, producer_name='pytorch'), at('a.onnx'))
os.remove(at('apart.numbers'))

with open(at('flax.msgpack'), 'wb') as file:
    file.write(flax.serialization.to_bytes({'params': {'kernel': np.zeros((5, 300), np.float16), 'bias': np.zeros(7, np.float32)}, 'step': 3}))

linear = torch.nn.Linear(3, 2)
torch.save(linear.state_dict(), at('torch.pt'))
torch.save(linear.state_dict(), at('torch.pth'), _use_new_zipfile_serialization=False)
torch.jit.save(torch.jit.script(linear), at('script.pt'))
with zipfile.ZipFile(at('torch.pt')) as stored, zipfile.ZipFile(at('deflated.pt'), 'w', zipfile.ZIP_DEFLATED) as deflated:
    for entry in stored.infolist():
        deflated.writestr(entry.filename, stored.read(entry.filename))

network = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
network.save(at('a.keras'))
network.save_weights(at('a.weights.h5'))
with open(at('a.tflite'), 'wb') as file:
    file.write(tf.lite.TFLiteConverter.from_keras_model(network).convert())
tf.train.Checkpoint(model=network).write(at('ckpt'))
os.remove(at('ckpt.data-00000-of-00001'))

fitted = LogisticRegression().fit([[0, 1], [1, 0]], [0, 1])
pickle.dump(fitted, open(at('sklearn0.pkl'), 'wb'), protocol=0)
pickle.dump({'model': fitted}, open(at('sklearn1.pkl'), 'wb'), protocol=1)
pickle.dump(fitted, open(at('sklearn2.pkl'), 'wb'), protocol=2)
pickle.dump(fitted, open(at('sklearn5.pkl'), 'wb'), protocol=5)
joblib.dump(fitted, at('sklearn.joblib'))
tree = DecisionTreeClassifier().fit([[0, 1], [1, 0]], ['a', 'b'])
mixed = {'a': fitted, 'b': tree, 'c': np.array(['a', None], dtype=object), 'd': np.asfortranarray(np.zeros((2, 3), np.float16)), 'e': np.zeros((0, 4))}
for protocol in (0, 2, 5):
    joblib.dump(mixed, at(f'mixed{protocol}.joblib'), protocol=protocol)
joblib.dump(fitted, at('sklearn.joblib.z'), compress=3)
joblib.dump(fitted, at('sklearn.joblib.gz'), compress=('gzip', 3))

with h5py.File(at('keras.h5'), 'w') as file:
    file.attrs['keras_version'] = '2.15'
    dense = file.create_group('model_weights/dense')
    dense.create_dataset('kernel:0', data=np.zeros((4, 3), np.float32))
    dense.create_dataset('bias:0', data=np.zeros(3, np.float32))

# No models.
with h5py.File(at('measured.h5'), 'w') as file:
    file.create_dataset('temperature', data=np.zeros(5))
pickle.dump({'a': [1, 2]}, open(at('plain.pkl'), 'wb'))
pickle.dump(np.zeros(4), open(at('numbers.pkl'), 'wb'))
pickle.dump(scipy.sparse.eye(3), open(at('sparse.pkl'), 'wb'))
np.savez(at('numbers.npz'), a=np.zeros((2, 3)), b=np.zeros(4))

print('// Made by written-weights.py: models, and what is none, as their own libraries write them.')
print("import { inflateSync } from 'node:zlib';\n")
print('const FILES: Readonly<Record<string, string>> = {')
for name in sorted(os.listdir(folder)):
    packed = base64.b64encode(zlib.compress(open(at(name), 'rb').read(), 9)).decode()
    print(f"  '{name}':\n    '{packed}',")
print('};\n')
print('export function written(name: string): Buffer {')
print("  return inflateSync(Buffer.from(FILES[name]!, 'base64'));")
print('}')
