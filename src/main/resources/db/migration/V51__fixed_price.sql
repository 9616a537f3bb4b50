-- A stay that the office settles at the fixed price of its disease (单病种定额): chosen with a reason, undone with another.
create table fixed_price_choice (
    id          bigint generated always as identity primary key,
    visit_id    bigint        not null references visit,
    agreement   varchar(60)   not null,
    diagnosis   varchar(40)   not null,
    disease     varchar(100)  not null,
    english     varchar(100)  not null,
    price       numeric(16,2) not null check (price > 0),
    reason      varchar(200)  not null check (reason <> ''),
    chosen_by   varchar(60)   not null,
    chosen_at   timestamptz   not null,
    undone_by   varchar(60),
    undone_at   timestamptz,
    undone_why  varchar(200)  not null default '',
    check ((undone_by is null) = (undone_at is null)),
    check ((undone_at is null) = (undone_why = ''))
);
create unique index fixed_price_choice_one on fixed_price_choice (visit_id) where undone_at is null;

-- the choice that stands, where every estimate finds it; a fixed price is of a whole stay
alter table visit
    add column fixed_price     numeric(16,2) check (fixed_price > 0),
    add column fixed_disease   varchar(100),
    add column fixed_english   varchar(100),
    add column fixed_diagnosis varchar(40),
    add check ((fixed_price is null) = (fixed_disease is null)),
    add check (fixed_price is null or (settled_parts = 0 and part_through is null));
