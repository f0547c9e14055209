import { spawnSync } from 'node:child_process';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { noteRunningShop, runningRedisUrl } from './running-shop.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'ib-running-'));
});

describe('a running shop', () => {
	it('is found by its data folder while it runs', () => {
		expect(runningRedisUrl(folder)).toBeUndefined();
		const note = noteRunningShop(folder, 'redis://127.0.0.1:7001');
		expect(runningRedisUrl(folder)).toBe('redis://127.0.0.1:7001');
		note[Symbol.dispose]();
		expect(runningRedisUrl(folder)).toBeUndefined();
	});

	it("is nobody else's to read: a Redis may have a password", () => {
		using _note = noteRunningShop(folder, 'redis://:secret@127.0.0.1:7001');
		expect(statSync(path.join(folder, 'running.json')).mode & 0o777).toBe(0o600);
	});

	it('is not found once its process is gone without a word', () => {
		const { pid } = spawnSync(process.execPath, ['-e', '']);
		writeFileSync(path.join(folder, 'running.json'), JSON.stringify({ pid, redisUrl: 'redis://x' }));
		expect(runningRedisUrl(folder)).toBeUndefined();
	});

	it('does not take back what another one wrote down', () => {
		const note = noteRunningShop(folder, 'redis://127.0.0.1:7001');
		const other = { pid: process.ppid, redisUrl: 'redis://127.0.0.1:7002' };
		writeFileSync(path.join(folder, 'running.json'), JSON.stringify(other));
		note[Symbol.dispose]();
		expect(runningRedisUrl(folder)).toBe('redis://127.0.0.1:7002');
	});

	it('is none where the note was cut off', () => {
		writeFileSync(path.join(folder, 'running.json'), '{"pid":');
		expect(runningRedisUrl(folder)).toBeUndefined();
	});
});
