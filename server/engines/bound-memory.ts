/** Of a memory, in bytes. */
const PAGE = 65_536;
/** 512 MB: both engines begin with less than a third of it. */
const MOST_PAGES = 8_192;

/**
 * From now on no memory of an engine gets larger than this: it asks the browser for more by this one call, and takes a
 * refusal for "out of memory", which is an error of the program.
 */
export function boundMemory(): void {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number) {
    if (this.buffer.byteLength / PAGE + pages > MOST_PAGES) throw new RangeError('no more memory');
    return grow.call(this, pages);
  };
}
