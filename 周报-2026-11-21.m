# 截至 2026-11-21 的一周：2026Q4，自 2026-11-14 起

- **销售任务** 未设定
- **已赢单** 0 EUR
- **漏斗外销售额** 0 EUR
- **漏斗加权金额** 0 EUR
- **九成把握高于（P10）** 0 EUR
- **五成把握（P50）** 0 EUR
- **一成把握高于（P90）** 0 EUR

![2026Q4 可能的结果](data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg%22%20class%3D%22keybook-chart%22%20role%3D%22img%22%20viewBox%3D%220%200%20760%20220%22%3E%3Ctitle%3E2026Q4%20%E5%8F%AF%E8%83%BD%E7%9A%84%E7%BB%93%E6%9E%9C%3C%2Ftitle%3E%3Cstyle%3E.keybook-chart%7Bwidth%3A100%25%3Bmax-width%3A760px%3Bheight%3Aauto%3Bfont%3A11px%20system-ui%2Csans-serif%7D.keybook-chart%20text%7Bfill%3A%23444%7D.keybook-chart%20.axis%7Bstroke%3A%238a94a6%3Bstroke-width%3A1%7D.keybook-chart%20.total%7Bfill%3A%235b76b8%7D.keybook-chart%20.rise%7Bfill%3A%232f9e6e%7D.keybook-chart%20.fall%7Bfill%3A%23cc5a4e%7D.keybook-chart%20.plain%7Bfill%3A%238a94a6%7D.keybook-chart%20.mark%7Bstroke%3A%23c07f1a%3Bstroke-width%3A2%3Bstroke-dasharray%3A4%203%7D%40media%20%28prefers-color-scheme%3Adark%29%7B.keybook-chart%20text%7Bfill%3A%23ccc%7D%7D%3C%2Fstyle%3E%3Cline%20class%3D%22axis%22%20x1%3D%2260.0%22%20y1%3D%22200.0%22%20x2%3D%22700.0%22%20y2%3D%22200.0%22%2F%3E%3Crect%20class%3D%22total%22%20x%3D%22380.0%22%20y%3D%2264.0%22%20width%3D%222.0%22%20height%3D%22136.0%22%2F%3E%3Cline%20class%3D%22mark%22%20x1%3D%22380.0%22%20y1%3D%2217.0%22%20x2%3D%22380.0%22%20y2%3D%22200.0%22%2F%3E%3Ctext%20x%3D%22380.0%22%20y%3D%2214.0%22%20text-anchor%3D%22middle%22%3EP10%200%3C%2Ftext%3E%3Cline%20class%3D%22mark%22%20x1%3D%22380.0%22%20y1%3D%2230.0%22%20x2%3D%22380.0%22%20y2%3D%22200.0%22%2F%3E%3Ctext%20x%3D%22380.0%22%20y%3D%2227.0%22%20text-anchor%3D%22middle%22%3EP50%200%3C%2Ftext%3E%3Cline%20class%3D%22mark%22%20x1%3D%22380.0%22%20y1%3D%2243.0%22%20x2%3D%22380.0%22%20y2%3D%22200.0%22%2F%3E%3Ctext%20x%3D%22380.0%22%20y%3D%2240.0%22%20text-anchor%3D%22middle%22%3EP90%200%3C%2Ftext%3E%3C%2Fsvg%3E)

## 漏斗变化

![2026Q4 进行中机会，2026-11-14 至 2026-11-21](data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg%22%20class%3D%22keybook-chart%22%20role%3D%22img%22%20viewBox%3D%220%200%20760%20260%22%3E%3Ctitle%3E2026Q4%20%E8%BF%9B%E8%A1%8C%E4%B8%AD%E6%9C%BA%E4%BC%9A%EF%BC%8C2026-11-14%20%E8%87%B3%202026-11-21%3C%2Ftitle%3E%3Cstyle%3E.keybook-chart%7Bwidth%3A100%25%3Bmax-width%3A760px%3Bheight%3Aauto%3Bfont%3A11px%20system-ui%2Csans-serif%7D.keybook-chart%20text%7Bfill%3A%23444%7D.keybook-chart%20.axis%7Bstroke%3A%238a94a6%3Bstroke-width%3A1%7D.keybook-chart%20.total%7Bfill%3A%235b76b8%7D.keybook-chart%20.rise%7Bfill%3A%232f9e6e%7D.keybook-chart%20.fall%7Bfill%3A%23cc5a4e%7D.keybook-chart%20.plain%7Bfill%3A%238a94a6%7D.keybook-chart%20.mark%7Bstroke%3A%23c07f1a%3Bstroke-width%3A2%3Bstroke-dasharray%3A4%203%7D%40media%20%28prefers-color-scheme%3Adark%29%7B.keybook-chart%20text%7Bfill%3A%23ccc%7D%7D%3C%2Fstyle%3E%3Cline%20class%3D%22axis%22%20x1%3D%220.0%22%20y1%3D%22228.0%22%20x2%3D%22760.0%22%20y2%3D%22228.0%22%2F%3E%3Crect%20class%3D%22total%22%20x%3D%2272.2%22%20y%3D%22228.0%22%20width%3D%22235.6%22%20height%3D%221.0%22%2F%3E%3Cline%20class%3D%22axis%22%20x1%3D%22307.8%22%20y1%3D%22228.0%22%20x2%3D%22452.2%22%20y2%3D%22228.0%22%2F%3E%3Ctext%20x%3D%22190.0%22%20y%3D%22222.0%22%20text-anchor%3D%22middle%22%3E0%3C%2Ftext%3E%3Ctext%20x%3D%22190.0%22%20y%3D%22246.0%22%20text-anchor%3D%22middle%22%3E%E6%9C%9F%E5%88%9D%3C%2Ftext%3E%3Crect%20class%3D%22total%22%20x%3D%22452.2%22%20y%3D%22228.0%22%20width%3D%22235.6%22%20height%3D%221.0%22%2F%3E%3Ctext%20x%3D%22570.0%22%20y%3D%22222.0%22%20text-anchor%3D%22middle%22%3E0%3C%2Ftext%3E%3Ctext%20x%3D%22570.0%22%20y%3D%22246.0%22%20text-anchor%3D%22middle%22%3E%E6%9C%9F%E6%9C%AB%3C%2Ftext%3E%3C%2Fsvg%3E)

| 事项 | 金额 EUR | 机会数 |
| --- | ---: | ---: |
| 期初 | 0 |  |
| **期末** | **0** |  |

## 赢单

没有赢单。

## 丢单

没有丢单。

## 有进展的机会

没有机会改变阶段或预计成交日。

## 停滞的机会

没有需要关注的机会。

## 下周的步骤

未来七天没有计划的步骤。
