/** What stands on an emulated card: its region and day exist, its person does not. */
export interface CardText {
  readonly number: string;
  readonly name: string;
  /** `J` permit, `I` foreigner; else a citizen’s card. */
  readonly kind?: 'J' | 'I';
}

export const sampleCard: CardText = { number: '110105194912310021', name: '张三' };

/** As printed on cards; the same for everybody here. */
export const cardAddress = '北京市朝阳区建国路1号';
export const cardOffice = '北京市公安局朝阳分局';
export const cardForLong = '长期';
