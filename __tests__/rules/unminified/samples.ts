/** A module as a person writes it, about 1 KB. `n` makes the names differ. */
export const readableModule = (n = 0): string => `
// Keeps the invoices of one customer together, oldest first.
export class InvoiceLedger${n} {
  constructor(customer, currency = 'EUR') {
    this.customer = customer;
    this.currency = currency;
    this.invoices = [];
  }

  // Adding twice is a mistake of the caller, so it is an error here.
  add(invoice) {
    if (this.invoices.some((known) => known.number === invoice.number)) {
      throw new Error('invoice ' + invoice.number + ' is in the ledger already');
    }
    this.invoices.push(invoice);
    this.invoices.sort((first, second) => first.date - second.date);
    return this;
  }

  total(until = Number.POSITIVE_INFINITY) {
    let amount = 0;
    for (const invoice of this.invoices) {
      if (invoice.date <= until && !invoice.cancelled) {
        amount += invoice.amount / invoice.rate;
      }
    }
    return Math.round(amount * 100) / 100;
  }
}
`;

/** The same module after a minifier. */
export const minifiedModule = (n = 0): string =>
  `export class I${n}{constructor(t,i="EUR"){this.customer=t,this.currency=i,this.invoices=[]}add(t){if(this.invoices.some(i=>i.number===t.number))throw new Error("invoice "+t.number+" is in the ledger already");return this.invoices.push(t),this.invoices.sort((t,i)=>t.date-i.date),this}total(t=1/0){let i=0;for(const e of this.invoices)e.date<=t&&!e.cancelled&&(i+=e.amount/e.rate);return Math.round(100*i)/100}}`;

export const times = (count: number, make: (n: number) => string, between = ''): string =>
  Array.from({ length: count }, (_, n) => make(n)).join(between);
