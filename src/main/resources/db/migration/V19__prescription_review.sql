-- Prescription review: what was drawn and how, what was judged, what was published; and drugs by rank, from sums that are
-- kept as charges come.

create table drug_month (
    department varchar(40)   not null,
    doctor     varchar(40)   not null,
    month      date          not null,
    item_code  varchar(60)   not null,
    name       varchar(400)  not null,
    unit       varchar(40)   not null,
    quantity   numeric(18,4) not null,
    amount     numeric(18,2) not null,
    primary key (month, department, doctor, item_code)
);
insert into drug_month (department, doctor, month, item_code, name, unit, quantity, amount)
select ordering_department, coalesce(ordered_by, ''), date_trunc('month', service_time)::date, item_code, max(name),
       max(unit), sum(quantity), sum(amount)
  from charge_line
 where charge_type in ('DRUG', 'HERB')
 group by 1, 2, 3, 4;

-- the drugs of a period, which samples are drawn from: no look at other periods
create index charge_line_drug on charge_line (service_time) where charge_type in ('DRUG', 'HERB');

create table review_sample (
    id           bigint primary key,
    drawn_at     timestamptz  not null,
    drawn_by     varchar(60)  not null,
    from_day     date         not null,
    to_day       date         not null,
    -- what it is aimed at; blank for all
    department   varchar(40)  not null,
    doctor       varchar(40)  not null,
    item_code    varchar(60)  not null,
    rule         varchar(24)  not null,
    wanted       integer      not null check (wanted between 1 and 500),
    seed         varchar(40)  not null,
    -- how many prescriptions it was drawn from
    candidates   integer      not null,
    published_at timestamptz,
    published_by varchar(60),
    check (from_day <= to_day),
    check ((published_at is null) = (published_by is null))
);

create table review_case (
    id          bigint primary key,
    sample_id   bigint       not null references review_sample,
    visit_id    bigint       not null references visit,
    department  varchar(40)  not null,
    doctor      varchar(40)  not null,
    day         date         not null,
    place       integer      not null,
    verdict     varchar(12) check (verdict in ('REASONABLE', 'IRREGULAR', 'UNSUITABLE', 'EXCESSIVE')),
    reason      varchar(1000) not null default '',
    reviewer    varchar(60),
    reviewed_at timestamptz,
    unique (sample_id, place),
    check ((verdict is null) = (reviewer is null)),
    check (verdict is null or verdict = 'REASONABLE' or reason <> '')
);
create index review_case_department on review_case (department, sample_id);

-- what is published stays as it is
create function refuse_published_change() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review_sample s where s.id = old.sample_id and s.published_at is not null) then
        raise exception 'a published review is append-only';
    end if;
    return new;
end $$;
create trigger review_case_published before update or delete on review_case
    for each row execute function refuse_published_change();
create function refuse_sample_change() returns trigger language plpgsql as $$
begin
    if old.published_at is not null or tg_op = 'DELETE' then
        raise exception 'a published review is append-only';
    end if;
    return new;
end $$;
create trigger review_sample_published before update or delete on review_sample
    for each row execute function refuse_sample_change();
