import { plainPath } from '../../archive/name.ts';
import { createTarReader } from '../../archive/tar.ts';
import { createSink, type Inside, type Opened, unread } from './inside.ts';

/** A tar archive. Its files are looked at as they pass. */
export function openTar(path: string, inside: Inside): Opened {
  const sink = createSink(path, inside, false);
  let behind: string | undefined;
  const reader = createTarReader(
    sink,
    (oddity) => {
      // Links and such are nothing odd in an archive that npm does not unpack.
      if (oddity.kind === 'trailing-data') behind = 'data follows the end of the tar archive';
      if (oddity.kind === 'unsafe-path') inside.onOddity({ ...oddity, path: `${path}!/${oddity.path}` });
    },
    plainPath,
    inside.budget,
  );
  return {
    push: reader.write,
    end() {
      reader.end();
      return unread(behind);
    },
    close: () => sink.end(),
  };
}
