import fc from 'fast-check';
import { describe, it } from 'vitest';
import { encodeTerm } from '../../index/encode-term.ts';

describe('the code of a term', () => {
  it('is one word of plain letters and digits, whatever the term holds', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (term) => /^[tx][a-z0-9]*$/.test(encodeTerm(term))));
  });

  it('differs for terms that differ', () => {
    const terms = fc.uniqueArray(
      fc.oneof(fc.string(), fc.constantFrom('x70', 'p', 't', 'tp', '2023/24', '2023', 'é', 'e', 'É')),
    );
    fc.assert(fc.property(terms, (all) => new Set(all.map(encodeTerm)).size === all.length));
  });
});
