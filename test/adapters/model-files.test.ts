import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { verifyModel } from '../../src/adapters/model-files.ts';
import { model, modelDir } from './real-embeddings.ts';

const weightsSha = '9f24f111d14aaac9c6590bbcad685f504e5516fbc42181eefc60d2997a03845a';

let dir: string;
const weights = (): string => join(dir, model, 'onnx/model_quantized.onnx');
const shaOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bluelamp-models-'));
  cpSync(modelDir, dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function refusal(name = model): Promise<{ code: string; message: string; took: number }> {
  const start = performance.now();
  const fault: unknown = await verifyModel(dir, name).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(fault instanceof AppError)) throw new Error(`not refused by an AppError: ${String(fault)}`);
  return { code: fault.code, message: fault.message, took: performance.now() - start };
}

describe('a whole model folder', () => {
  it('is accepted, with the hash of its weights', async () => {
    const verified = await verifyModel(dir, model);
    expect(verified.fingerprint).toEqual({ name: model, sha256: weightsSha, dimensions: 384 });
    expect(verified).toMatchObject({ root: dir, weights: weights() });
  });
});

describe('a broken model folder is refused within 2 s', () => {
  const breakages: readonly [string, () => void, readonly (string | (() => string))[]][] = [
    ['a missing weights file', () => rmSync(weights()), [weights, 'is missing (ENOENT)']],
    ['a missing tokenizer', () => rmSync(join(dir, model, 'tokenizer.json')), ['tokenizer.json', 'is missing']],
    ['a missing folder', () => rmSync(join(dir, model), { recursive: true }), ['config.json', 'is missing']],
    [
      'truncated weights',
      () => truncateSync(weights(), 1_000_000),
      [weights, 'is cut short', '22873523 bytes', weightsSha, '1000000 bytes', () => shaOf(weights())],
    ],
    ['empty weights', () => truncateSync(weights(), 0), [weights, 'is cut short', weightsSha, 'found 0 bytes']],
    [
      'weights with something behind them',
      () => writeFileSync(weights(), 'x', { flag: 'a' }),
      [weights, 'is too long', weightsSha, '22873524 bytes'],
    ],
    [
      'one flipped byte',
      () => flipByte(weights(), 11_000_000),
      [weights, 'was altered', weightsSha, () => shaOf(weights())],
    ],
    [
      'a Git LFS pointer',
      () =>
        writeFileSync(
          weights(),
          `version https://git-lfs.github.com/spec/v1\noid sha256:${weightsSha}\nsize 22873523\n`,
        ),
      [weights, 'is a Git LFS pointer', 'git lfs pull', weightsSha, () => shaOf(weights())],
    ],
    [
      'a folder in place of the weights',
      () => {
        rmSync(weights());
        mkdirSync(weights());
      },
      [weights, 'is not a file'],
    ],
    [
      'a config that is not JSON',
      () => writeFileSync(join(dir, model, 'config.json'), '{'),
      ['config.json', 'is cut short'],
    ],
    ['a missing manifest', () => rmSync(join(dir, 'manifest.json')), ['manifest.json', 'cannot be read (ENOENT)']],
    [
      'a manifest that is not JSON',
      () => writeFileSync(join(dir, 'manifest.json'), '{'),
      ['manifest.json', 'is not a model manifest'],
    ],
    [
      'a manifest of another format',
      () => editManifest('"formatVersion": 1', '"formatVersion": 2'),
      ['manifest.json', 'is not a model manifest'],
    ],
    [
      'a manifest whose paths leave the folder',
      () => editManifest('"path": "config.json"', '"path": "../../config.json"'),
      ['manifest.json', 'is not a model manifest'],
    ],
    [
      'a manifest that does not list the weights',
      () => editManifest('"weights": "onnx/model_quantized.onnx"', '"weights": "onnx/model.onnx"'),
      ['manifest.json', 'does not list onnx/model.onnx'],
    ],
  ];

  it.each(breakages)('%s', async (_, breakIt, expected) => {
    breakIt();
    const { code, message, took } = await refusal();
    expect(code).toBe('model-damaged');
    for (const part of expected) expect(message).toContain(typeof part === 'string' ? part : part());
    expect(message).toContain('git checkout -- models');
    expect(took).toBeLessThan(2_000);
  });
});

describe('a name that is no model of the manifest is refused', () => {
  it.each(['../models/x', '..', 'a/../b', '/etc/passwd', '', 'a/b/c', '.hidden/x', 'a\\b', 'a\0b'])(
    '%j',
    async (name) => {
      expect(await refusal(name)).toMatchObject({
        code: 'configuration',
        message: expect.stringContaining('not a model name'),
      });
    },
  );

  it('and is told which models there are', async () => {
    const { code, message } = await refusal('Bluelamp/other');
    expect(code).toBe('configuration');
    expect(message).toContain(model);
  });
});

function flipByte(path: string, place: number): void {
  const bytes = readFileSync(path);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

function editManifest(from: string, to: string): void {
  const path = join(dir, 'manifest.json');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}
