import { describe, expect, it } from 'vitest';
import { bank } from './bank.ts';
import { juryPart, writtenChannel } from './render.ts';

const subject = (id: string) => bank.find((each) => each.id === id)!;

describe('what the jury alone reads', () => {
  it.each(bank.map(({ id }) => id))(
    'of %s, every note is there, and the whole role sheet',
    (id) => {
      const { juror, panel } = subject(id);
      const part = juryPart(subject(id));
      expect(part.notes).toEqual(panel.notes);
      expect(part.roleSheet).toEqual('roleSheet' in juror ? juror.roleSheet : null);
      expect(part.questions).toEqual('questions' in juror ? juror.questions : []);
      expect(part.scenario).not.toBe('');
    }
  );

  it('follows the written channel where it was granted', () => {
    const phone = subject('ms2-restaurant-noces');
    const channel = writtenChannel(phone)!;
    const part = juryPart(phone, true);
    expect(part.scenario).toBe(channel.juror);
    expect(part.notes).toEqual([...phone.panel.notes, ...channel.notes]);
    expect(juryPart(phone).scenario).not.toBe(channel.juror);
    expect(writtenChannel(subject('ms1-hotel-retour'))).toBeNull();
  });

  it('tells the complaint of MS5, and lets no HTML of an author through', () => {
    expect(juryPart(subject('ms5-restaurant-sauce')).complaint).toMatch(/^<p>/);
    const part = juryPart({
      ...subject('ec2-restaurant-table'),
      juror: { scenario: '<script>alert(1)</script>' }
    } as never);
    expect(part.scenario).not.toContain('<script');
  });
});
