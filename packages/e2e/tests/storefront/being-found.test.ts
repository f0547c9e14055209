import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CatalogueAdmin } from '../../src/catalogue-admin.ts';
import { launchChromium } from '../../src/chromium.ts';
import { type RunningShop, startShop } from '../../src/start-shop.ts';
import { openVisit, type Visit } from '../../src/visit.ts';

const hostile = '</script><script>alert(1)</script>"\'& <b>🎨</b>';

let shop: RunningShop;
let browser: Browser;
let admin: CatalogueAdmin;
let visit: Visit;
let page: Page;

beforeAll(async () => {
	[shop, browser] = await Promise.all([startShop({ settings: { PERSISTED_ONLY: '1' } }), launchChromium()]);
	admin = new CatalogueAdmin(shop);
	await admin.create({ handle: 'inert', name: hostile, description: `${hostile} <!-- ]]>`, tags: ['calm'] });
});
afterAll(async () => {
	await browser?.close();
	await shop?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
	visit = await openVisit(browser);
	page = visit.page;
});
afterEach(() => visit[Symbol.asyncDispose]());

const open = (path: string) => page.goto(shop.storefrontUrl + path);
const content = (selector: string) => page.locator(`head ${selector}`).getAttribute('content');
const canonical = async () => {
	const link = page.locator('head link[rel="canonical"]');
	return (await link.count()) === 1
		? (await link.getAttribute('href'))!.replace(shop.storefrontUrl, '')
		: null;
};

/** What the page says of itself as JSON-LD, by type. */
async function things(): Promise<Record<string, any>> {
	const scripts = await page.locator('script[type="application/ld+json"]').allTextContents();
	expect(scripts).toHaveLength(1);
	const { '@context': context, '@graph': graph } = JSON.parse(scripts[0]!);
	expect(context).toBe('https://schema.org');
	return Object.fromEntries(graph.map((thing: any) => [thing['@type'], thing]));
}

/** The addresses in a sitemap, which a browser's parser must find well formed. */
async function addressesIn(path: string): Promise<string[]> {
	const answer = await fetch(shop.storefrontUrl + path);
	expect(answer.headers.get('content-type')).toMatch(/^application\/xml/);
	expect(answer.headers.get('set-cookie')).toBeNull();
	const xml = await answer.text();
	return page.evaluate((text) => {
		const document = new DOMParser().parseFromString(text, 'application/xml');
		if (document.querySelector('parsererror')) throw new Error(text);
		return [...document.querySelectorAll('loc')].map((element) => element.textContent ?? '');
	}, xml);
}

describe('an artwork', () => {
	it('says of itself to programs what the API says', async () => {
		const { data } = await admin.api.ask(
			`{ product(handle: "jade-collar") { id name description price { amount currency }
			   image(size: FULL, format: JPEG) { url width height } } }`,
		);
		const { id, name, description, price, image } = data.product;
		await open('/products/jade-collar');
		const { Product, BreadcrumbList } = await things();
		const url = `${shop.storefrontUrl}/products/jade-collar`;
		expect(Product).toMatchObject({ sku: id, name, description, url, image: image.url });
		expect(Product.offers).toMatchObject({
			'@type': 'Offer',
			price: (price.amount / 100).toFixed(2),
			priceCurrency: price.currency,
			availability: 'https://schema.org/InStock',
			url,
		});
		expect(BreadcrumbList.itemListElement.map((step: any) => step.item)).toEqual([
			`${shop.storefrontUrl}/`,
			`${shop.storefrontUrl}/search`,
			url,
		]);

		expect(await canonical()).toBe('/products/jade-collar');
		expect(await content('[property="og:title"]')).toBe(name);
		expect(await content('[property="og:image"]')).toBe(image.url);
		expect(await content('[property="og:image:width"]')).toBe(String(image.width));
		expect(await content('[name="twitter:card"]')).toBe('summary_large_image');
		const picture = await fetch(image.url);
		expect(picture.headers.get('content-type')).toBe('image/jpeg');
		expect(Math.max(image.width, image.height)).toBeGreaterThanOrEqual(1200);
		expect(visit.complaints).toEqual([]);
	});

	it('has one address, whatever is hung on to it', async () => {
		await open('/products/jade-collar?utm_source=mail&x=1');
		expect(await canonical()).toBe('/products/jade-collar');
	});

	it('keeps what it says up to date when another is opened from it', async () => {
		await open('/products/jade-collar');
		await page.waitForLoadState('networkidle');
		await page.getByRole('region', { name: 'Similar artworks' }).getByRole('link').first().click();
		await page.waitForURL((url) => !url.pathname.endsWith('jade-collar'));
		const { pathname } = new URL(page.url());
		await expect.poll(canonical).toBe(pathname);
		expect((await things()).Product.url).toBe(shop.storefrontUrl + pathname);
		expect(visit.complaints).toEqual([]);
	});

	it('of a hostile name is inert, wherever the name stands', async () => {
		let alerts = 0;
		page.on('dialog', (dialog) => {
			alerts++;
			void dialog.dismiss();
		});
		await open('/products/inert');
		await page.waitForLoadState('networkidle');
		expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(hostile);
		expect(await page.title()).toBe(`${hostile} – Infinite Blob`);
		expect(await content('[property="og:title"]')).toBe(hostile);
		const { Product, BreadcrumbList } = await things();
		expect(Product.name).toBe(hostile);
		expect(BreadcrumbList.itemListElement[2].name).toBe(hostile);
		expect(await page.locator('main b').count()).toBe(0);
		await page.getByRole('button', { name: /^Look closer at <\/script>/ }).click();
		await page.getByRole('dialog').waitFor();

		await open('/search?sort=newest');
		const names = (await things()).ItemList.itemListElement.map(({ name }: any) => name);
		expect(names).toContain(hostile);
		expect(alerts).toBe(0);
		expect(visit.complaints).toEqual([]);
	});
});

describe('the other pages', () => {
	it('say who runs the shop and how it is searched', async () => {
		await open('/');
		const { WebSite, Organization } = await things();
		expect(WebSite.potentialAction.target.urlTemplate).toBe(
			`${shop.storefrontUrl}/search?q={search_term_string}`,
		);
		expect(Organization.url).toBe(`${shop.storefrontUrl}/`);
		expect((await fetch(Organization.logo)).status).toBe(200);
		expect(await canonical()).toBe('/');
		const picture = await fetch((await content('[property="og:image"]'))!);
		expect(picture.headers.get('content-type')).toBe('image/jpeg');
		expect(visit.complaints).toEqual([]);
	});

	it.each([
		['/search', '/search'],
		['/search?sort=price-asc', '/search'],
		['/search?tag=vase&sort=name', '/search?tag=vase'],
		['/contact?x=1', '/contact'],
		['/privacy', '/privacy'],
		['/terms', '/terms'],
		['/cart', '/cart'],
	])('%s is known as %s', async (path, known) => {
		await open(path);
		expect(await canonical()).toBe(known);
		expect(await page.locator('meta[name="robots"]').count()).toBe(0);
		expect(await content('[name="description"]')).toBeTruthy();
	});

	it.each(['/search?q=moon', '/search?tag=vase&tag=blue', '/search?tag=nothing-at-all', '/orders'])(
		'%s is kept out of search engines',
		async (path) => {
			await open(path);
			expect(await content('[name="robots"]')).toBe('noindex');
			expect(await canonical()).toBeNull();
		},
	);

	it('the checkout is kept out as well', async () => {
		await open('/products/jade-collar');
		await page.waitForLoadState('networkidle');
		await page.getByRole('button', { name: 'Add to cart' }).first().click();
		await page
			.getByText(/added to (your|the) cart/i)
			.first()
			.waitFor();
		await open('/checkout');
		expect(new URL(page.url()).pathname).toMatch(/^\/checkout/);
		expect(await content('[name="robots"]')).toBe('noindex');
	});
});

describe('crawlers', () => {
	it('are told what is nobody’s business, and where the sitemap is', async () => {
		const answer = await fetch(`${shop.storefrontUrl}/robots.txt`);
		const lines = (await answer.text()).split('\n');
		expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
		expect(lines).toEqual(
			expect.arrayContaining([
				'User-agent: *',
				'Disallow: /checkout',
				`Sitemap: ${shop.storefrontUrl}/sitemap.xml`,
			]),
		);
	});

	it('find every artwork on sale and every page in the sitemap', async () => {
		const parts = await addressesIn('/sitemap.xml');
		const listed = (
			await Promise.all(parts.map((part) => addressesIn(part.replace(shop.storefrontUrl, ''))))
		).flat();
		const { data } = await admin.api.ask('{ products(first: 100) { totalCount nodes { handle } } }');
		const artworks = data.products.nodes.map(({ handle }: any) => `${shop.storefrontUrl}/products/${handle}`);
		expect(artworks).toHaveLength(data.products.totalCount);
		expect(listed.filter((address) => address.includes('/products/')).sort()).toEqual(artworks.sort());
		for (const path of ['/', '/search', '/contact', '/privacy', '/terms', '/search?tag=vase'])
			expect(listed).toContain(shop.storefrontUrl + path);
		expect(new Set(listed).size).toBe(listed.length);
	});

	it('find under each address of the sitemap a page that is known by it', async () => {
		const pages = await addressesIn('/sitemap/pages.xml');
		const artworks = await addressesIn('/sitemap/products-1.xml');
		for (const address of [...pages.slice(0, 12), ...artworks.slice(0, 5)]) {
			const html = await (await fetch(address)).text();
			const known = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
			expect(known?.replaceAll('&amp;', '&')).toBe(address);
			expect(html).not.toContain('noindex');
		}
	});

	it('are given nothing where there is no such part', async () => {
		for (const part of ['products-0', 'products-2', 'products-x', 'products-99999999999'])
			expect((await fetch(`${shop.storefrontUrl}/sitemap/${part}.xml`)).status).toBe(404);
	});
});
