import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('knows nothing of what is no command', async () => {
	expect(await call('COMMAND', 'DOCS', 'nonsense')).toEqual([]);
});
