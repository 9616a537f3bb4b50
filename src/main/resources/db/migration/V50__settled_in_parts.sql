-- A stay that goes on can be settled in parts (ADR 25): each part is a claim of its own with lines of its own.

alter table claim
    add column part      integer check (part > 0),
    -- mid_setl_flag: the stay went on after it
    add column mid_stay  boolean not null default false,
    -- the days that it settles; the last part's begin and end may be the same day
    add column part_from date,
    add column through   date,
    add check ((part is null) = (through is null) and (part is null) = (part_from is null)),
    add check (part is not null or not mid_stay),
    add check (part_from <= through);

-- One claim of a visit is under way, or settles it for good; settled parts of a stay that goes on stand beside it.
drop index claim_one_open;
create unique index claim_one_open on claim (visit_id)
    where state not in ('REFUSED', 'WITHDRAWN', 'REVERSED') and not (mid_stay and state = 'SETTLED');
create unique index claim_part_once on claim (visit_id, part)
    where state not in ('REFUSED', 'WITHDRAWN', 'REVERSED') and part is not null;

-- The ledger lines of standing parts: a line is in one part at most, whatever a program does.
create table claim_part_line (
    line_id  bigint primary key references charge_line,
    claim_id bigint not null references claim
);
create index claim_part_line_claim on claim_part_line (claim_id);

-- a part that has ended gives its lines back to the next one
create function claim_part_ends() returns trigger language plpgsql as $$
begin
    delete from claim_part_line where claim_id = new.id;
    return null;
end $$;
create trigger claim_part_ends after update of state on claim
    for each row when (new.part is not null and new.state in ('REFUSED', 'WITHDRAWN', 'REVERSED')
        and new.state is distinct from old.state) execute function claim_part_ends();

-- Running sums of the settled parts of a stay, moved with the part's state; and until when the part under way settles.
alter table visit
    add column settled_parts      integer       not null default 0 check (settled_parts >= 0),
    add column settled_through    date,
    add column settled_deductible numeric(16,2) not null default 0,
    add column settled_fund       numeric(16,2) not null default 0,
    add column settled_stays      integer       not null default 0,
    add column part_through       date,
    add check ((settled_parts = 0) = (settled_through is null));
