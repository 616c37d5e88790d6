/** The few names of the WebAssembly interface that the kernel needs; every host of the server has them. */
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
    /** Grows by so many pages of 65,536 bytes; views of the former buffer are void then. */
    grow(pages: number): number;
  }
  /** Whether the bytes are a module that this host can run. */
  function validate(bytes: Uint8Array): boolean;
  /** Compiles a module. Throws a `CompileError`. */
  const Module: new (bytes: Uint8Array) => object;
  const Instance: new (module: object, imports?: object) => { readonly exports: unknown };
}
