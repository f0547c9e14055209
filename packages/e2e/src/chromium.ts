import { execSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

// The one without a window comes first: it takes a quarter of the CPU for the same pages.
const places = [
	process.env.CHROMIUM_PATH,
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].filter((path) => path !== undefined);

// What a browser asks of its maker at every start is of no use to a test and fails without a network.
const quiet = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Starts a headless Chromium; one is installed first where there is none. */
export function launchChromium(): Promise<Browser> {
	return chromium.launch({ executablePath: findChromium() ?? installChromium(), args: quiet });
}

/** A Chromium that other tools can drive as well, at a port, with one profile for all its pages. */
export interface SharedChromium extends AsyncDisposable {
	context: BrowserContext;
	port: number;
}

export async function launchSharedChromium(port: number): Promise<SharedChromium> {
	const profile = mkdtempSync(path.join(tmpdir(), 'ib-chromium-'));
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: findChromium() ?? installChromium(),
		args: [...quiet, `--remote-debugging-port=${port}`],
	});
	return {
		context,
		port,
		async [Symbol.asyncDispose]() {
			await context.close();
			rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

function findChromium(): string | undefined {
	return places.find((path) => existsSync(path));
}

/** From Debian's packages where there are any, else playwright's own build. Ubuntu's package is a stub for a snap. */
function installChromium(): string {
	if (existsSync('/etc/debian_version') && !existsSync('/etc/lsb-release')) {
		const sudo = process.getuid?.() === 0 ? '' : 'sudo -n ';
		const install = `${sudo}env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends fonts-liberation`;
		run(`${sudo}apt-get update -qq`);
		run(`${install} chromium-headless-shell || ${install} chromium`);
		const found = findChromium();
		if (found) return found;
	}
	run('npx playwright-core install chromium-headless-shell');
	return chromium.executablePath();
}

function run(command: string): void {
	execSync(command, { stdio: ['ignore', 'ignore', 'inherit'] });
}
