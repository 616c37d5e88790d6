import { createDice } from '../support/generated-text';
import { chosenSeed, scaled } from '../support/scale';
import { generateSequence } from './edits';
import { Twins } from './twin';

describe('a server that followed every edit', function () {
  this.timeout(scaled(60_000, 3_600_000));

  for (const encoding of ['utf-16', 'utf-8', 'utf-32'] as const) {
    it(`shows in ${encoding} what one shows that opens the text`, async () => {
      const first = chosenSeed(8_675_309);
      const twins = await Twins.start(encoding);
      try {
        for (let seed = first; seed < first + scaled(3, 150); seed += 1) {
          await twins.replay(generateSequence(createDice(seed), 20)).catch((error: unknown) => {
            throw new Error(`MEIPI_SEED=${seed} brings this back: ${(error as Error).message}`, { cause: error });
          });
        }
      } finally {
        twins.stop();
      }
    });
  }
});
