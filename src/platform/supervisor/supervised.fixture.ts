import { startPostgres } from './index.server.ts';

// An app that does nothing but own its database; the supervisor's tests begin and kill it.
try {
  const server = await startPostgres({ dataFolder: process.argv[2]!, as: 'app' });
  process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
  process.send?.({ pid: server.pid, adopted: server.adopted, url: server.url() });
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.send?.({ code: (error as { code?: string }).code });
  process.disconnect();
}
