import type { JsonState, JsonVisitor } from '../map/json.ts';
import { type KeyNames, keyNames } from '../scanner/key-names.ts';
import { typescriptBuildInfo } from './build-info.ts';
import { coverageSummary, istanbulCoverage, monocartCoverage, v8Coverage } from './coverage.ts';
import { storybookIndex, typedocModel } from './docs-index.ts';
import { type Ask, createFrameVisitor, type Frame } from './frames.ts';
import { ssrManifest, viteManifest } from './manifest.ts';
import { mapExplorer, mapTree } from './map-explorer.ts';
import type { Recogniser } from './recogniser.ts';
import type { BuildRecord } from './record.ts';
import { fileTrace, parcelReport, sondaReport, viteAnalyzer } from './reports.ts';
import { rsdoctorCode, rsdoctorGraph } from './rsdoctor.ts';
import { compodocModel, jsdocModel, lintReport, mutationReport, notebook } from './source-reports.ts';
import { bundleAnalyzer, dllManifest, metafile, visualizer, webpackRecords, webpackStats } from './stats.ts';
import { stencilStats } from './stencil.ts';
import { testReport } from './test-report.ts';
import { vitestReport } from './vitest-report.ts';

/** Recognises records of a build that are JSON, by their shape and in one walk that keeps only what they name. */
export interface JsonRecordReader {
  readonly visitor: JsonVisitor;
  /** @param state of the walk: of a record that was cut off what there is counts */
  end(state: JsonState): BuildRecord | undefined;
}

/** More than there are keys that tell one of the recognisers something, and strangers that it endures. */
const MAX_PLAIN = 64;
/** Keys that any of them heeds; the same for every file. */
let heeded: KeyNames | undefined;

/** @param path of the file, for a manifest that its shape alone does not tell */
export function createJsonRecordReader(path: string): JsonRecordReader {
  const lint = lintReport();
  // The first that is sure of what it saw names the record.
  const recognisers: readonly Recogniser[] = [
    webpackStats(),
    metafile(),
    visualizer(),
    typescriptBuildInfo(),
    istanbulCoverage(),
    coverageSummary(),
    v8Coverage(),
    monocartCoverage(),
    viteManifest(),
    ssrManifest(path),
    webpackRecords(),
    dllManifest(),
    mapExplorer(),
    sondaReport(),
    parcelReport(),
    fileTrace(path),
    rsdoctorGraph(),
    rsdoctorCode(),
    mapTree(),
    stencilStats(),
    storybookIndex(),
    typedocModel(),
    lint,
    mutationReport(),
    compodocModel(),
    notebook(path),
    testReport(),
  ];
  const lists = [bundleAnalyzer(), viteAnalyzer(), lint, jsdocModel(), vitestReport()];
  const list = together(lists.map((one) => one.list));

  /** Values that are no container: after so many of them another tells none of the recognisers more. */
  let plain = 0;
  const root: Frame = {
    heeded() {
      if (plain < MAX_PLAIN) return undefined;
      heeded ??= keyNames(recognisers.flatMap(({ keys = [] }) => keys));
      return heeded;
    },
    value(kind, key) {
      if (kind === 'string' || kind === 'other') plain++;
      let only: Ask;
      let asks: Ask[] | undefined;
      for (const one of recognisers) {
        const ask = one.value(kind, key);
        if (ask === undefined) continue;
        if (only === undefined) only = ask;
        else if (asks === undefined) asks = [only, ask];
        else asks.push(ask);
      }
      return asks === undefined ? only : together(asks);
    },
  };
  const visitor = createFrameVisitor({
    value: (kind) => (kind === 'object' ? root : kind === 'array' ? list : undefined),
  });

  return {
    visitor,
    end(state) {
      if (state === 'broken') return undefined;
      visitor.end();
      const truncated = state === 'open';
      for (const one of [...recognisers, ...lists]) {
        const files = one.found(truncated);
        if (files === undefined) continue;
        const name = typeof one.name === 'string' ? one.name : one.name();
        return { kind: one.kind, name, truncated, ...files.end() };
      }
      return undefined;
    },
  };
}

/** Several look into one container; each value in it is the first one's that wants it. */
function together(asks: readonly Ask[]): Ask {
  const frames = asks.filter((ask): ask is Frame => ask !== undefined && 'value' in ask);
  if (frames.length === 0) return asks[0];
  return {
    value(kind, key) {
      const inner = frames.flatMap((frame) => frame.value(kind, key) ?? []);
      return inner.length > 1 ? together(inner) : inner[0];
    },
    leave() {
      for (const frame of frames) frame.leave?.();
    },
  };
}
