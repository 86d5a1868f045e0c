/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/train-confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  1.006, // pageCovers
  1.042, // windowCovers
  0, // exactCovers
  0.6771, // lineCovers
  0.2139, // titleCovers
  1.78, // likely
  1.336, // retrieval
  0.2964, // margin
  -2.359, // misfit
  0, // mainUnsaid
  0, // unknown
  -1.466, // unsaidShare
  -0.4308, // fewUnits
  -0.03266, // mainMissing
  0, // nounMissing
  -0.3009, // focusUnsaid
  0.1412, // kindNearby
  -1.694, // noNumber
  -0.2609, // noDate
  -0.2511, // asksCost
  -0.9498, // asksOpening
  0, // grams
  -1.075, // countUnsaid
  0, // costUnsaid
  -0.9483, // whenUnsaid
  0, // weaklySaid
  -2.436, // constant
];
