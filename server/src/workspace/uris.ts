/**
 * A part of a path as editors write it in an address: everything but unreserved characters in percent encoding, so that
 * 報告(1).txt has one address whoever names it.
 */
export function encodeSegment(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The one spelling of a `file:` address; addresses of other schemes, and broken ones, stay as they are. */
export function canonicalUri(uri: string): string {
  if (!uri.startsWith('file://')) return uri;
  try {
    return `file://${uri
      .slice('file://'.length)
      .split('/')
      .map((segment) => encodeSegment(decodeURIComponent(segment)))
      .join('/')}`;
  } catch {
    return uri;
  }
}

/** The folder that a file lies in, the innermost of several, and the file's path within it, decoded, with slashes. */
export function homeOf(
  folders: readonly string[],
  uri: string,
): { readonly folder: string; readonly path: string } | undefined {
  const canonical = canonicalUri(uri);
  const folder = [...folders].sort((a, b) => b.length - a.length).find((each) => canonical.startsWith(`${each}/`));
  if (folder === undefined) return undefined;
  const segments = canonical.slice(folder.length + 1).split('/');
  return { folder, path: segments.map(decodeURIComponent).join('/') };
}
