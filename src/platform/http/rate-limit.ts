/** How often a key may do something: `burst` times at once, then `perMinute` times a minute. */
export interface RateLimitRule {
  burst: number;
  perMinute: number;
}

export interface RateVerdict {
  allowed: boolean;
  /** For the `Retry-After` header; 0 when allowed. */
  retryAfterSeconds: number;
}

export interface RateLimits<Name extends string> {
  /** Takes one go of `key` (an address, an account) at the thing `name`. */
  take(name: Name, key: string): RateVerdict;
  /** Buckets held now; for tests and health. */
  size(): number;
}

export interface RateLimitOptions {
  /** Off only for measuring on one's own machine. */
  enabled?: boolean;
  /** Keys remembered at most; each takes about 100 bytes. */
  maxKeys?: number;
  nowMs?: () => number;
}

interface Bucket {
  tokens: number;
  at: number;
  rule: RateLimitRule;
}

const ALLOWED: RateVerdict = { allowed: true, retryAfterSeconds: 0 };

/** Token buckets in memory, one for each name and key; a full bucket is forgotten, so that the memory is bounded. */
export function createRateLimits<Name extends string>(
  rules: Record<Name, RateLimitRule>,
  options: RateLimitOptions = {},
): RateLimits<Name> {
  const { enabled = true, maxKeys = 50_000, nowMs = Date.now } = options;
  const buckets = new Map<string, Bucket>();

  return {
    size: () => buckets.size,
    take(name, key) {
      if (!enabled) return ALLOWED;
      const rule = rules[name];
      const now = nowMs();
      const id = `${name} ${key}`;
      const tokens = refilled(buckets.get(id), rule, now);
      // Written anew, the key moves to the end: the map keeps the order of the last use.
      buckets.delete(id);
      if (tokens < 1) {
        buckets.set(id, { tokens, at: now, rule });
        return {
          allowed: false,
          retryAfterSeconds: Math.max(1, Math.ceil(((1 - tokens) * 60) / rule.perMinute)),
        };
      }
      buckets.set(id, { tokens: tokens - 1, at: now, rule });
      if (buckets.size > maxKeys) makeRoom(buckets, now, maxKeys);
      return ALLOWED;
    },
  };
}

function refilled(bucket: Bucket | undefined, rule: RateLimitRule, now: number): number {
  if (!bucket) return rule.burst;
  return Math.min(rule.burst, bucket.tokens + (Math.max(0, now - bucket.at) / 60_000) * rule.perMinute);
}

/** Buckets that are full again say nothing; after them those go that were used longest ago. */
function makeRoom(buckets: Map<string, Bucket>, now: number, maxKeys: number): void {
  for (const [id, bucket] of buckets) {
    if (refilled(bucket, bucket.rule, now) >= bucket.rule.burst) buckets.delete(id);
  }
  const target = Math.floor(maxKeys * 0.9);
  for (const id of buckets.keys()) {
    if (buckets.size <= target) break;
    buckets.delete(id);
  }
}
