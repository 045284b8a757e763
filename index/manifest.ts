// The manifest of a generation: what it was made from and what its files must be. Checked before any native code opens them.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { isDocumentId, isPassageId, type DocumentId, type PassageId } from '../src/domain/ids.ts';
import type { ModelFingerprint } from '../src/ports.ts';
import { factsOf } from './durable-files.ts';
import { systemCodeOf } from '../src/domain/errors.ts';
import { fileSizeOf } from './vector-rows.ts';
import { isGenerationId } from './versions.ts';

/**
 * 2: sentences have a vector in context as well. 3: postings in place of SQLite's full-text index. 4: themes, stated aims, glossary.
 * 5: the register of commitments. 6: known questions. 7: where the words stand that name a document's stated aims.
 */
export const formatVersion = 7;
export const manifestFile = 'manifest.json';
export const corpusFile = 'corpus.sqlite';
export const vectorFile = 'vectors.f32';
export const graphFile = 'vectors.hnsw';

const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const fileFacts = z.strictObject({ bytes: count, sha256 });

export const filesSchema = z.strictObject({
  [corpusFile]: fileFacts,
  [vectorFile]: fileFacts,
  [graphFile]: fileFacts.optional(),
});
const contentSchema = z.strictObject({
  format: z.literal(formatVersion),
  id: z.string().refine(isGenerationId),
  createdAt: z.iso.datetime(),
  model: z.strictObject({ name: z.string(), sha256: z.string(), dimensions: z.int().positive() }),
  counts: z.strictObject({ documents: count, passages: count, sentences: count }),
  corpus: z.array(
    z.strictObject({
      documentId: z.custom<DocumentId>((value) => typeof value === 'string' && isDocumentId(value)),
      file: z.string(),
      sha256: z.string(),
    }),
  ),
  files: filesSchema,
  /** Passages that a sound index must find: by their own vector, and by a term that only `holders` passages hold. */
  canaries: z.array(
    z.strictObject({
      passageId: z.custom<PassageId>((value) => typeof value === 'string' && isPassageId(value)),
      term: z.string(),
      holders: count,
    }),
  ),
});
const manifestSchema = contentSchema.extend({ checksum: sha256 });

export type ManifestContent = z.infer<typeof contentSchema>;
export type Manifest = z.infer<typeof manifestSchema>;
export type Canary = Manifest['canaries'][number];

/** `damaged` is for good; an `unusable` generation may serve again with the right model, a newer Bluelamp or a mended disk. */
export type Verdict =
  | { readonly kind: 'sound'; readonly manifest: Manifest }
  | { readonly kind: 'damaged' | 'unusable'; readonly reason: string };

/** Adds the checksum that guards the manifest itself. */
export function sealManifest(content: ManifestContent): Manifest {
  return { ...content, checksum: checksumOf(content) };
}

/** Checks the generation in `folder` against its manifest, file by file; `expectedModel` is the one that will make the query vectors. */
export async function verifyGeneration(
  folder: string,
  id: string,
  expectedModel: ModelFingerprint | null,
): Promise<Verdict> {
  try {
    return await judge(folder, id, expectedModel);
  } catch (error) {
    return { kind: isMissing(error) ? 'damaged' : 'unusable', reason: faultOf(error) };
  }
}

/** What went wrong with a file, without the path of it: notes are shown to clients. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it cannot be read';
  const code = 'code' in error ? String(error.code) : null;
  const file = 'path' in error ? basename(String(error.path)) : 'a file';
  return code === null ? error.message : `${file} cannot be read (${code})`;
}

function isSameModel(a: ModelFingerprint, b: ModelFingerprint): boolean {
  return a.name === b.name && a.sha256 === b.sha256 && a.dimensions === b.dimensions;
}

async function judge(folder: string, id: string, expectedModel: ModelFingerprint | null): Promise<Verdict> {
  const read = await readManifest(folder);
  if (read.kind !== 'sound') return read;
  const { manifest } = read;
  const fault = contradictionIn(manifest, id) ?? (await wrongFile(folder, manifest));
  if (fault !== null) return { kind: 'damaged', reason: fault };
  if (expectedModel && !isSameModel(manifest.model, expectedModel)) {
    return {
      kind: 'unusable',
      reason: `it was made with the model ${manifest.model.name}, not ${expectedModel.name} as now`,
    };
  }
  return read;
}

async function readManifest(folder: string): Promise<Verdict> {
  const json = parseJson(await readFile(join(folder, manifestFile), 'utf8'));
  const version = z.object({ format: z.int() }).safeParse(json);
  if (version.success && version.data.format !== formatVersion) {
    return {
      kind: 'unusable',
      reason: `its format is ${version.data.format}, this Bluelamp reads format ${formatVersion}`,
    };
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) return { kind: 'damaged', reason: `${manifestFile} is not a manifest` };
  return { kind: 'sound', manifest: parsed.data };
}

function contradictionIn(manifest: Manifest, id: string): string | null {
  const { checksum, ...content } = manifest;
  if (checksumOf(content) !== checksum) return `${manifestFile} was altered`;
  if (manifest.id !== id) return `${manifestFile} is that of ${manifest.id}`;
  const rows = manifest.counts.passages + 2 * manifest.counts.sentences;
  const expected = fileSizeOf(rows, manifest.model.dimensions);
  return manifest.files[vectorFile].bytes === expected ? null : `${vectorFile} is not of ${rows} vectors`;
}

/** Names the first file that is not, byte for byte, what the manifest says. */
async function wrongFile(folder: string, manifest: Manifest): Promise<string | null> {
  for (const [name, expected] of Object.entries(manifest.files)) {
    const actual = expected && (await factsOf(join(folder, name)));
    if (actual?.bytes !== expected?.bytes) return `${name} has ${actual?.bytes} bytes instead of ${expected?.bytes}`;
    if (actual?.sha256 !== expected?.sha256) return `${name} was altered`;
  }
  return null;
}

/** The schema gives the members their order, so equal content has equal checksums. */
function checksumOf(content: ManifestContent): string {
  return createHash('sha256')
    .update(JSON.stringify(contentSchema.parse(content)))
    .digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // the schema refuses it
  }
}

function isMissing(error: unknown): boolean {
  return systemCodeOf(error) === 'ENOENT' || systemCodeOf(error) === 'ENOTDIR';
}
