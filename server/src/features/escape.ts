/**
 * Text of a document as Markdown that shows it letter by letter: it can become no link, no image, no command, no HTML
 * and no other formatting. Marks that turn the direction of text are taken out, line ends become blanks.
 */
export function escapeMarkdown(text: string): string {
  return cleanText(text).replace(/[!-/:-@[-`{-~]/gu, '\\$&');
}

/** Text of a document on one line, without control characters and marks that turn its direction. */
export function cleanText(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/gu, '').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** A link of our own making; brackets in the address would end it. */
export function markdownLink(label: string, target: string): string {
  return `[${escapeMarkdown(label)}](${encodeURI(decodeSafely(target)).replace(/[()<>]/gu, (mark) => `%${mark.charCodeAt(0).toString(16)}`)})`;
}

function decodeSafely(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
