import type { Locator, Page } from 'playwright-core';

/** The gateway's playground in a browser. */
export class PlaygroundPage {
	readonly #page: Page;
	readonly tabs: Locator;
	readonly operation: Locator;
	readonly variables: Locator;
	readonly answer: Locator;
	/** What earlier answers said. */
	readonly remembered: Locator;

	private constructor(page: Page) {
		this.#page = page;
		this.tabs = page.getByRole('tab');
		this.operation = page.getByRole('region', { name: 'Operation Editor' });
		this.variables = page.getByRole('region', { name: 'Variables' });
		this.answer = page.getByRole('region', { name: 'Result Window' });
		this.remembered = page.locator('.graphiql-footer');
	}

	static async open(page: Page, gatewayUrl: string): Promise<PlaygroundPage> {
		await page.goto(`${gatewayUrl}/playground`);
		const playground = new PlaygroundPage(page);
		await playground.#isReady();
		return playground;
	}

	async reload(): Promise<void> {
		// GraphiQL keeps the tabs as they are after a little more than half a second.
		await this.#page.evaluate('new Promise((resolve) => setTimeout(resolve, 1_000))');
		await this.#page.reload();
		await this.#isReady();
	}

	async #isReady(): Promise<void> {
		await this.operation.getByText('{').first().waitFor();
	}

	async show(tab: string): Promise<void> {
		await this.tabs.getByText(tab, { exact: true }).click();
	}

	/** Runs the operation of the tab that is shown, and waits until its answer has a text in it. */
	async run(text: string): Promise<void> {
		await this.#page.getByRole('button', { name: /^Execute query/ }).click();
		await this.answer.getByText(text).first().waitFor();
	}

	/** Stops a subscription, which must be running. */
	async stop(): Promise<void> {
		await this.#page.getByRole('button', { name: /^Stop query/ }).click();
		await this.hasEnded();
	}

	/** Waits until nothing runs any more. */
	async hasEnded(): Promise<void> {
		await this.#page.getByRole('button', { name: /^Execute query/ }).waitFor();
	}

	/** The colours of the page and of the first word that the editor colours as a keyword, at this moment. */
	colours(): Promise<{ page: string; keyword: string | undefined }> {
		return this.#page.evaluate(`(() => {
			const words = [...document.querySelectorAll('.graphiql-query-editor .view-line span span')];
			const keyword = words.find(({ textContent }) => textContent === 'mutation');
			return {
				page: getComputedStyle(document.querySelector('.graphiql-container')).backgroundColor,
				keyword: keyword && getComputedStyle(keyword).color,
			};
		})()`);
	}

	async openDocumentation(): Promise<void> {
		await this.#page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
		await this.#page.getByText('Root Types').waitFor();
	}

	async chooseTheme(name: 'System' | 'Light' | 'Dark'): Promise<void> {
		await this.#page.getByRole('button', { name: 'Open settings dialog' }).click();
		await this.#page.getByRole('button', { name, exact: true }).click();
		await this.#page.getByRole('button', { name: 'Close dialog' }).click();
	}
}
