/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/train-confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  0.6434, // pageCovers
  0.698, // windowCovers
  0.7732, // titleCovers
  1.97, // likely
  1.402, // retrieval
  0.3995, // margin
  -2.137, // misfit
  -1.517, // unsaidShare
  -0.1308, // fewUnits
  -0.2149, // mainMissing
  -0.5217, // focusUnsaid
  0.2731, // kindNearby
  -0.9927, // noNumber
  -1.265, // noDate
  -0.08771, // asksCost
  -0.2123, // asksOpening
  -2.24, // whenUnsaid
  0.5397, // askedCovers
  0.3123, // strongSaid
  -0.2003, // askedNounUnsaid
  0.5618, // sentences
  1.073, // length
  0, // verbUnsaid
  -5.386, // constant
];
