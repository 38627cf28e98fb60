# Brief: P-5 李敏 · 北方重工 (2026-11-21)

- **Position** 采购部长
- **Stance** supporter
- **Relation** unknown

## Advice

- Nothing is known of how they think: listen for phrases and traits, and note them after the meeting.
- Listen for phrases and traits of the four quadrants, and note them after the meeting.
- Walk around all four quadrants: facts, details, people, the whole picture.

## Not known yet

- How they think
- Whether they decide, and how much they take part
- Their part in the purchase
- What they want for themselves
- What they want for their organisation
- How they see us
- How far the relationship has come
- Whom they report to
- Who of ours looks after them
