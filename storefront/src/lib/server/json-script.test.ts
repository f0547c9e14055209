import { expect, it } from 'vitest';
import { jsonScript } from './json-script.ts';

const contentOf = (script: string) => script.replace(/^<script[^>]*>/, '').replace(/<\/script>$/, '');

it('gives back the very text that was put in', () => {
	const name = '</script><script>alert(1)</script> "quoted" \'single\' & <!-- 🎨 \u2028 \\';
	const script = jsonScript([{ '@type': 'Product', name }]);
	expect(JSON.parse(contentOf(script))).toEqual({
		'@context': 'https://schema.org',
		'@graph': [{ '@type': 'Product', name }],
	});
});

it('holds nothing that could end the element or begin another', () => {
	const script = jsonScript([
		{ '@type': 'Thing', name: '</script><script>alert(1)</script><!-- <![CDATA[ ]]>' },
	]);
	expect(contentOf(script)).not.toMatch(/[<>&\u2028\u2029]/);
});

it('names the vocabulary once for all things', () => {
	const script = jsonScript([{ '@type': 'WebSite' }, { '@type': 'Organization' }]);
	expect(script.match(/@context/g)).toHaveLength(1);
});
