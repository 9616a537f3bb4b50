package org.yibaoban.his.tabular;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.office.his.ChargePosting;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.Supply;
import org.yibaoban.visit.VisitNumber;

/**
 * What the message store keeps of rows: the rows as they came, with their header, and what was understood of them, so that
 * a batch that waits is told again as it was understood, whatever became of the map since. Lines of tab-separated fields.
 *
 * @param keys of the rows within their table
 * @param command empty for what never waits
 */
record KeptBatch(String table, List<String> keys, Optional<HisCommand.OfVisit> command) {

    private static final String MARK = "yibaoban-tabular 1";
    /** Where a posting's days, chronic and take home stand. */
    private static final int SUPPLY = 13;

    /** The bytes to keep. */
    static byte[] encode(TableMap map, List<String> header, List<Draft> drafts, Optional<HisCommand.OfVisit> command) {
        StringBuilder text = new StringBuilder(MARK).append('\n');
        line(text, "table", map.id());
        command.ifPresent(told -> encode(text, told));
        drafts.forEach(draft -> line(text, "key", draft.key()));
        line(text, "header", header.toArray(String[]::new));
        for (Draft draft : drafts) {
            draft.rows().forEach(row -> line(text, "row", row.values().toArray(String[]::new)));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void encode(StringBuilder text, HisCommand.OfVisit command) {
        String visit = command.visit().value();
        if (command instanceof HisCommand.PostCharges charges) {
            line(text, "charges", visit, charges.patient().map(Object::toString).orElse(""));
            charges.postings().forEach(posting -> encode(text, posting));
        } else if (command instanceof HisCommand.Transfer transfer) {
            Location to = transfer.location();
            line(
                    text,
                    "transfer",
                    visit,
                    to.department(),
                    to.ward(),
                    to.bed(),
                    transfer.doctor().orElse(""),
                    transfer.at().toString());
        } else if (command instanceof HisCommand.Discharge discharge) {
            line(text, "discharge", visit, discharge.at().toString());
            discharge.diagnoses().forEach(diagnosis -> line(text, "diagnosis", diagnosis.code(), diagnosis.name()));
        } else if (command instanceof HisCommand.Leave leave) {
            line(text, "leave", visit, leave.step().name(), leave.at().toString());
        } else if (command instanceof HisCommand.Update update) {
            line(text, "update", visit);
            update.diagnoses().forEach(diagnosis -> line(text, "diagnosis", diagnosis.code(), diagnosis.name()));
        }
    }

    private static void encode(StringBuilder text, ChargePosting posting) {
        line(
                text,
                "posting",
                posting.transactionId(),
                posting.kind().name(),
                posting.itemCode(),
                posting.itemName(),
                posting.quantity().toPlainString(),
                posting.unitPrice().map(BigDecimal::toPlainString).orElse(""),
                posting.amount().toString(),
                posting.at().toString(),
                posting.orderingDepartment(),
                posting.orderedBy().orElse(""),
                posting.orderNumber().orElse(""),
                posting.reverses().orElse(""),
                posting.supply().days().map(BigDecimal::toPlainString).orElse(""),
                Boolean.toString(posting.supply().chronic()),
                Boolean.toString(posting.supply().takeHome()));
    }

    /** @throws IllegalArgumentException when these are not bytes of {@link #encode} */
    static KeptBatch decode(byte[] bytes) {
        List<String[]> lines = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(line -> Arrays.stream(line.split("\t", -1))
                        .map(KeptBatch::unescaped)
                        .toArray(String[]::new))
                .toList();
        if (lines.isEmpty() || !lines.get(0)[0].equals(MARK)) {
            throw new IllegalArgumentException("no batch of rows");
        }
        return new KeptBatch(first(lines, "table").orElseThrow()[1], all(lines, "key"), command(lines));
    }

    private static Optional<HisCommand.OfVisit> command(List<String[]> lines) {
        List<Diagnosis> diagnoses = lines.stream()
                .filter(line -> line[0].equals("diagnosis"))
                .map(line -> new Diagnosis(line[1], line[2]))
                .toList();
        return first(lines, "charges")
                .<HisCommand.OfVisit>map(line -> new HisCommand.PostCharges(
                        new VisitNumber(line[1]),
                        text(line[2]).map(org.yibaoban.visit.PatientNumber::new),
                        postings(lines),
                        ChargePosting.latest(postings(lines))))
                .or(() -> first(lines, "transfer")
                        .map(line -> new HisCommand.Transfer(
                                new VisitNumber(line[1]),
                                new Location(line[2], line[3], line[4]),
                                text(line[5]),
                                LocalDateTime.parse(line[6]))))
                .or(() -> first(lines, "discharge")
                        .map(line -> new HisCommand.Discharge(
                                new VisitNumber(line[1]),
                                LocalDateTime.parse(line[2]),
                                diagnoses,
                                LocalDateTime.parse(line[2]))))
                .or(() -> first(lines, "leave")
                        .map(line -> new HisCommand.Leave(
                                new VisitNumber(line[1]),
                                HisCommand.Leave.Step.valueOf(line[2]),
                                LocalDateTime.parse(line[3]))))
                .or(() -> first(lines, "update").map(line -> RowMapping.update(new VisitNumber(line[1]), diagnoses)));
    }

    private static List<ChargePosting> postings(List<String[]> lines) {
        List<ChargePosting> postings = new ArrayList<>();
        for (String[] line : lines) {
            if (line[0].equals("posting")) {
                postings.add(new ChargePosting(
                        line[1],
                        ChargePosting.Kind.valueOf(line[2]),
                        line[3],
                        line[4],
                        new BigDecimal(line[5]),
                        text(line[6]).map(BigDecimal::new),
                        Money.of(line[7]),
                        LocalDateTime.parse(line[8]),
                        line[9],
                        text(line[10]),
                        text(line[11]),
                        text(line[12]),
                        false,
                        supply(line)));
            }
        }
        return postings;
    }

    /** Batches that were kept before supplies were read say nothing of one. */
    private static Supply supply(String[] posting) {
        return posting.length <= SUPPLY
                ? Supply.NONE
                : new Supply(
                        text(posting[SUPPLY]).map(BigDecimal::new),
                        Boolean.parseBoolean(posting[SUPPLY + 1]),
                        Boolean.parseBoolean(posting[SUPPLY + 2]));
    }

    private static Optional<String[]> first(List<String[]> lines, String word) {
        return lines.stream().filter(line -> line[0].equals(word)).findFirst();
    }

    private static List<String> all(List<String[]> lines, String word) {
        return lines.stream()
                .filter(line -> line[0].equals(word))
                .map(line -> line[1])
                .toList();
    }

    private static Optional<String> text(String field) {
        return Optional.of(field).filter(value -> !value.isEmpty());
    }

    private static void line(StringBuilder text, String word, String... fields) {
        text.append(word);
        for (String field : fields) {
            text.append('\t').append(escaped(field));
        }
        text.append('\n');
    }

    private static String escaped(String field) {
        return field.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char code = field.charAt(++i);
            text.append(code == 't' ? '\t' : code == 'n' ? '\n' : code == 'r' ? '\r' : code);
        }
        return text.toString();
    }
}
