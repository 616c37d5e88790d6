/** How many characters of a text show one script only; characters that both scripts share count in neither. */
export interface ScriptCount {
  readonly traditional: number;
  readonly simplified: number;
  readonly han: number;
}

/** Which BMP characters belong to one script alone: 1 Traditional, 2 Simplified. Indexed by UTF-16 code unit. */
export type ScriptTable = Uint8Array;

/** Reads `server/data/script.txt`: Traditional-only characters on line 1, Simplified-only ones on line 2. */
export function parseScriptTable(content: string): ScriptTable {
  const [traditional = '', simplified = ''] = content.split('\n');
  const table = new Uint8Array(0x10000);
  for (let at = 0; at < traditional.length; at += 1) table[traditional.charCodeAt(at)] = 1;
  for (let at = 0; at < simplified.length; at += 1) table[simplified.charCodeAt(at)] = 2;
  return table;
}

/** Counts the characters of each script; linear in length. */
export function countScripts(text: string, table: ScriptTable): ScriptCount {
  let traditional = 0;
  let simplified = 0;
  let han = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x3400 && unit <= 0x9fff) han += 1;
    const script = table[unit];
    if (script === 1) traditional += 1;
    else if (script === 2) simplified += 1;
  }
  return { traditional, simplified, han };
}
