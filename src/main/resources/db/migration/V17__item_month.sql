-- How much money rides on each item (docs/catalogue.md): month sums of the ledger by item, kept by a job of its own that
-- adds what was posted since, so that charge intake writes nothing more and no page reads the ledger's history.
create table item_month (
    month      date          not null,
    item_code  varchar(60)   not null,
    name       varchar(400)  not null,
    charged    numeric(18,2) not null,
    line_count bigint        not null,
    primary key (month, item_code)
);

-- up to when posted lines are in the sums
create table item_month_mark (
    only_one  boolean primary key default true check (only_one),
    summed_to timestamptz not null
);
insert into item_month_mark (summed_to) values ('1970-01-01 00:00:00Z');
