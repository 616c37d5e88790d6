/**
 * Labels as lanes of vectors: what opens a span or stays outside (lanes 0 to 27), what goes on (28 to 39), what ends (40 to
 * 51). Type `t` begins in lane `t`, is single in `16 + t`, goes on in `28 + t`, ends in `40 + t`; lane 12 is outside; no
 * label has lanes 13 to 15.
 */

/** Bytes of a row of 16-bit scores, and of one of 32-bit floats. */
export const scoreBytes: usize = 112;
export const laneBytes: usize = 208;
/** Where the vectors of a row of floats begin. */
export const begins: usize = 0;
export const outside: usize = 48;
export const singles: usize = 64;
export const middles: usize = 112;
export const ends: usize = 160;
/** Lanes that a step leads to after the end of a span, or from outside. */
export const openBytes: usize = 112;
/** A score that no label reaches, for the lanes that are none. */
export const never: i16 = -20000;
