/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/train-confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  0.7938, // pageCovers
  0.8667, // windowCovers
  0, // exactCovers
  0.6952, // lineCovers
  0.2869, // titleCovers
  0.9647, // likely
  1.314, // retrieval
  0.3445, // margin
  -2.699, // misfit
  0, // mainUnsaid
  0, // unknown
  -1.673, // unsaidShare
  -0.6625, // fewUnits
  -0.3175, // mainMissing
  0, // nounMissing
  -0.4588, // focusUnsaid
  0.0331, // kindNearby
  -1.487, // noNumber
  -0.7338, // noDate
  -0.2809, // asksCost
  -0.6203, // asksOpening
  0, // grams
  -1.582, // constant
];
