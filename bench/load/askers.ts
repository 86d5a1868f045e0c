import { Agent, request } from 'undici';

export interface Load {
  /** Only this machine: the bench is no weapon. */
  base: string;
  askers: number;
  seconds: number;
  /** Mean time a person reads before the next question; 0 = asks on without end. */
  pauseMs: number;
  /** The question of the n-th request. */
  question(n: number): string;
}

export interface Measured {
  requests: number;
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  failed: number;
}

/** A closed loop: each asker waits for the answer before the next question. */
export async function letThemAsk(load: Load): Promise<Measured> {
  if (!/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(load.base))
    throw new Error(`not this machine: ${load.base}`);
  const agent = new Agent({ connections: load.askers, pipelining: 1, keepAliveTimeout: 30_000 });
  const times: number[] = [];
  let asked = 0;
  let failed = 0;
  const startedAt = performance.now();
  const until = startedAt + load.seconds * 1000;

  async function asker(): Promise<void> {
    // Nobody starts on the same tick as all others.
    await pause(Math.random() * (load.pauseMs || 50));
    while (performance.now() < until) {
      const began = performance.now();
      const isGood = await ask(agent, load.base, load.question(asked++));
      times.push(performance.now() - began);
      if (!isGood) failed++;
      if (load.pauseMs > 0) await pause(load.pauseMs * (0.5 + Math.random()));
    }
  }

  await Promise.all(Array.from({ length: load.askers }, asker));
  const seconds = (performance.now() - startedAt) / 1000;
  await agent.close();
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return {
    requests: times.length,
    perSecond: Math.round(times.length / seconds),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    failed,
  };
}

async function ask(dispatcher: Agent, base: string, question: string): Promise<boolean> {
  try {
    const { statusCode, body } = await request(`${base}/api/v1/answer`, {
      dispatcher,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question, audience: 'business' }),
      headersTimeout: 30_000,
    });
    const answer = (await body.json()) as { outcome?: string };
    return statusCode === 200 && (answer.outcome === 'answered' || answer.outcome === 'declined');
  } catch {
    return false;
  }
}

function pause(forMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, forMs));
}
