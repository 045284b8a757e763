// What dot-table.ts uses of WebAssembly: the types that come with Node leave it out, and those of a browser have much that is not here.
declare namespace WebAssembly {
  class Memory {
    /** @param descriptor size in pages of 64 KiB. */
    constructor(descriptor: { readonly initial: number });
    readonly buffer: ArrayBuffer;
  }
  const Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  class Instance {
    constructor(module: object, imports: Readonly<Record<string, Readonly<Record<string, Memory>>>>);
    readonly exports: Readonly<Record<string, unknown>>;
  }
}
