// The model folder is checked file by file before use: a model with one flipped byte loads without complaint and answers wrongly.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../domain/errors.ts';
import type { ModelFingerprint } from '../ports.ts';

const manifestName = 'manifest.json';
const restore = 'Restore it from the repository: git checkout -- models';
const pointerStart = 'version https://git-lfs';

// Names and paths are joined to a folder by us and by the model's runtime, neither of which stops at `..`.
const segment = '(?!\\.)[A-Za-z0-9._-]+';
const modelName = new RegExp(`^${segment}(?:/${segment})?$`);
const relativePath = new RegExp(`^${segment}(?:/${segment})*$`);

const fileSchema = z.object({
  path: z.string().regex(relativePath),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const modelSchema = z.object({
  name: z.string().regex(modelName),
  dimensions: z.int().positive(),
  pooling: z.literal('mean'),
  maxTokens: z.int().positive(),
  licence: z.string(),
  provenance: z.string(),
  /** Which of `files` holds the weights; its hash identifies the model. */
  weights: z.string(),
  files: z.array(fileSchema).min(1),
});

const manifestSchema = z.object({ formatVersion: z.literal(1), models: z.array(modelSchema) });

type ModelFile = z.infer<typeof fileSchema>;
type ModelEntry = z.infer<typeof modelSchema>;

/** A model whose files were found to be those of the manifest. */
export interface VerifiedModel {
  readonly fingerprint: ModelFingerprint;
  /** Absolute folder that holds every model, as the runtime wants it. */
  readonly root: string;
  /** Absolute path of the weights file. */
  readonly weights: string;
}

/**
 * Checks every file of a model against the manifest in `modelDir`.
 * @throws AppError `model-damaged` naming the first file that differs, how, and what to do; `configuration` for a name that is none.
 */
export async function verifyModel(modelDir: string, name: string): Promise<VerifiedModel> {
  const root = resolve(modelDir);
  const entry = await findEntry(root, name);
  const folder = join(root, name);
  for (const file of entry.files) await verifyFile(join(folder, file.path), file);
  return { fingerprint: toFingerprint(root, entry), root, weights: join(folder, entry.weights) };
}

async function findEntry(root: string, name: string): Promise<ModelEntry> {
  if (!modelName.test(name)) throw new AppError('configuration', `"${name.slice(0, 80)}" is not a model name.`);
  const { models } = await readManifest(root);
  const entry = models.find((model) => model.name === name);
  if (entry) return entry;
  const known = models.map((model) => model.name).join(', ') || 'no model';
  throw new AppError('configuration', `Model ${name} is not in ${join(root, manifestName)}, which lists ${known}.`);
}

async function readManifest(root: string): Promise<z.infer<typeof manifestSchema>> {
  const path = join(root, manifestName);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw damaged(path, `cannot be read (${codeOf(cause)})`, cause);
  });
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw damaged(path, 'is not a model manifest', cause);
  }
}

function toFingerprint(root: string, entry: ModelEntry): ModelFingerprint {
  const weights = entry.files.find((file) => file.path === entry.weights);
  if (!weights) throw damaged(join(root, manifestName), `does not list ${entry.weights}, the weights of ${entry.name}`);
  return { name: entry.name, sha256: weights.sha256, dimensions: entry.dimensions };
}

async function verifyFile(path: string, expected: ModelFile): Promise<void> {
  const size = await sizeOf(path);
  if (size > expected.bytes) throw damaged(path, `is too long: ${describe(expected)}, found ${size} bytes`);
  const sha256 = await hashFile(path);
  if (sha256 === expected.sha256) return;
  const fault = (await isPointer(path)) ? pointerFault : size < expected.bytes ? 'is cut short' : 'was altered';
  throw damaged(path, `${fault}: ${describe(expected)}, found ${describe({ bytes: size, sha256 })}`);
}

const pointerFault = 'is a Git LFS pointer in place of the file (git lfs pull fetches it)';

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((cause: unknown) => {
    throw damaged(path, `is missing (${codeOf(cause)})`, cause);
  });
  // Hashing a pipe or a device would wait for ever.
  if (!found.isFile()) throw damaged(path, 'is not a file');
  return found.size;
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    // Larger pieces than the default make it a third faster, and none holds the event loop for a millisecond.
    for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) hash.update(piece);
  } catch (cause) {
    throw damaged(path, `cannot be read (${codeOf(cause)})`, cause);
  }
  return hash.digest('hex');
}

async function isPointer(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(pointerStart.length), 0, pointerStart.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === pointerStart;
  } finally {
    await file.close();
  }
}

function describe(file: { readonly bytes: number; readonly sha256: string }): string {
  return `${file.bytes} bytes with SHA-256 ${file.sha256}`;
}

function damaged(path: string, fault: string, cause?: unknown): AppError {
  return new AppError('model-damaged', `Model file ${path} ${fault}. ${restore}`, { cause });
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
}
