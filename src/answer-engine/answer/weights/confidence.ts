/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/train-confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  0.5765, // pageCovers
  0.6361, // windowCovers
  0.919, // titleCovers
  2.445, // likely
  0.6605, // retrieval
  0.3809, // margin
  -2.602, // misfit
  -1.939, // unsaidShare
  -0.2288, // fewUnits
  -0.2836, // mainMissing
  0, // focusUnsaid
  0.2565, // kindNearby
  -0.9585, // noNumber
  0, // noDate
  0.753, // asksCost
  -0.5436, // asksOpening
  -0.3526, // whenUnsaid
  0.8384, // askedCovers
  0.4068, // strongSaid
  -0.0416, // askedNounUnsaid
  0.9413, // sentences
  0.5943, // length
  -0.7186, // verbUnsaid
  -4.093, // constant
];
