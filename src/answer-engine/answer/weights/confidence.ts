/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/train-confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  0.6134, // pageCovers
  0.6792, // windowCovers
  0.8785, // titleCovers
  1.697, // likely
  1.245, // retrieval
  0.476, // margin
  -2.961, // misfit
  -1.461, // unsaidShare
  0.04265, // fewUnits
  -0.215, // mainMissing
  -0.1865, // focusUnsaid
  0.1608, // kindNearby
  -0.336, // noNumber
  -0.01763, // noDate
  0.3486, // asksCost
  0.3518, // asksOpening
  -1.296, // whenUnsaid
  0.2854, // askedCovers
  0.3202, // strongSaid
  -0.431, // askedNounUnsaid
  0.4472, // sentences
  1.129, // length
  -0.1097, // verbUnsaid
  -5.101, // constant
];
