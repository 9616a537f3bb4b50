-- Our settlements against the charge ledger and the cashier's receipts, too: sums of these books, as they stood last.

-- settled without the payer: in no book of the payer, but paid at the cashier's
create index claim_settled_here on claim (settled_at) where answered_at is null and settled_at is not null;

alter table reconciliation
    add column own_claims        integer       not null default 0,
    add column own_charged       numeric(16,2) not null default 0,
    add column own_settled       numeric(16,2) not null default 0,
    add column own_account       numeric(16,2) not null default 0,
    add column own_cash          numeric(16,2) not null default 0,
    add column own_taken_account numeric(16,2) not null default 0,
    add column own_taken_other   numeric(16,2) not null default 0,
    add column own_owing         integer       not null default 0,
    add column own_owed          numeric(16,2) not null default 0;

-- what the cashiers took in the period: for its settlements, and for those of other periods
create table reconciliation_till (
    reconciliation_id bigint        not null references reconciliation,
    method            varchar(10)   not null check (method in ('CASH', 'BANK_CARD', 'MOBILE', 'ACCOUNT', 'DEPOSIT')),
    own               numeric(16,2) not null,
    other             numeric(16,2) not null,
    primary key (reconciliation_id, method)
);
