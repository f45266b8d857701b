import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { Attach } from './attach';
import { setLang } from './lang';
import { smallPicture } from './small-picture';

async function photo(width: number, height: number, type: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  const noise = context.createImageData(width, height);
  crypto.getRandomValues(new Uint8Array(noise.data.buffer, 0, Math.min(65_536, noise.data.length)));
  for (let at = 65_536; at < noise.data.length; at++) noise.data[at] = (at * 2_654_435_761) >>> 24;
  context.putImageData(noise, 0, 0);
  return canvas.convertToBlob({ type });
}

describe('Proof that is attached', () => {
  let fixture: ComponentFixture<Attach>;
  let sent: Blob[];
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const texts = (selector: string): string[] => [...page().querySelectorAll<HTMLElement>(selector)].map(({ innerText }) => innerText.trim());

  beforeEach(async () => {
    setLang('zh');
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
    fixture = TestBed.createComponent(Attach);
    sent = [];
    fixture.componentRef.setInput('keep', async (file: Blob) => {
      if (file.type === 'image/gif') return { kind: 'problem', code: 'fileType', detail: 'no' };
      sent.push(file);
      return { kind: 'ok', body: { id: `id${file.size}` } };
    });
    fixture.componentRef.setInput('address', (id: string) => `#${id}`);
    await fixture.whenStable();
  });

  async function give(type: 'drop' | 'paste', ...files: File[]): Promise<void> {
    const given = new DataTransfer();
    for (const file of files) given.items.add(file);
    const event = type === 'drop' ? new DragEvent('drop', { dataTransfer: given, cancelable: true }) : new ClipboardEvent('paste', { clipboardData: given, cancelable: true, bubbles: true });
    (type === 'drop' ? page() : document.body).dispatchEvent(event);
    for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);
    await fixture.whenStable();
  }

  it('is dropped or pasted, shown, and taken away again', async () => {
    await give('drop', new File(['a'], '答复函.pdf', { type: 'application/pdf' }));
    await give('paste', new File(['bb'], 'image.png', { type: 'image/png' }), new File(['bb'], 'again.png', { type: 'image/png' }));
    expect(fixture.componentInstance.proof()).toEqual([{ id: 'id1', name: '答复函.pdf' }, { id: 'id2', name: 'image.png' }]);
    expect([texts('hb-proof a'), page().querySelectorAll('hb-proof img').length]).toEqual([['答复函.pdf', ''], 1]);
    page().querySelector<HTMLElement>('[aria-label="移除 答复函.pdf"]')!.click();
    expect(fixture.componentInstance.proof().map(({ id }) => id)).toEqual(['id2']);
  });

  it('is at most ten, and what is refused is said of each file', async () => {
    await give('drop', new File(['x'], '动图.gif', { type: 'image/gif' }), ...Array.from({ length: 10 }, (_, index) => new File(['x'.repeat(index + 1)], `${index}.pdf`, { type: 'application/pdf' })));
    expect(texts('.problem')).toEqual(['最多附 10 个文件', '动图.gif 未附上：只收照片（JPEG、PNG、WebP）和 PDF。']);
    expect(sent.length).toBe(9);
  });

  it('is sent as it is while it is small; a large photograph, or one of another kind, as a smaller JPEG', async () => {
    const [small, large] = [await photo(20, 10, 'image/png'), await photo(3_000, 300, 'image/png')];
    expect(await smallPicture(small)).toBe(small);
    expect(large.size).toBeGreaterThan(1024 * 1024);
    const sentLarge = await smallPicture(large);
    const { width, height } = await createImageBitmap(sentLarge);
    expect([sentLarge.type, width, height]).toEqual(['image/jpeg', 2_560, 256]);
    const damaged = new Blob(['no picture'], { type: 'image/heic' });
    expect(await smallPicture(damaged)).toBe(damaged);
  });
});
