/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/train-confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  0.7337, // pageCovers
  0.7608, // windowCovers
  0.9983, // titleCovers
  2.265, // likely
  0.7015, // retrieval
  0.3841, // margin
  -3.285, // misfit
  -1.728, // unsaidShare
  -0.1858, // fewUnits
  -0.3725, // mainMissing
  0, // focusUnsaid
  0.2243, // kindNearby
  -1.358, // noNumber
  0, // noDate
  0.4224, // asksCost
  -0.6683, // asksOpening
  -0.5263, // whenUnsaid
  0.7554, // askedCovers
  0.3703, // strongSaid
  -0.3226, // askedNounUnsaid
  0.9824, // sentences
  0.7798, // length
  0, // verbUnsaid
  -4.423, // constant
];
