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
