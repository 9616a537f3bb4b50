package org.yibaoban.office.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.yibaoban.office.report.Report.Part;
import org.yibaoban.review.DrugRank;
import org.yibaoban.store.DrugMonths;

/** The first drugs of a month in the whole hospital. */
@ApplicationScoped
class DrugParts {

    private static final int RANKED = 20;

    @Inject
    private DrugMonths drugs;

    @Transactional
    Part byAmount(YearMonth month) {
        return part("药品金额排名", "Drugs by amount", drugs.ranking(month, "", "", false, RANKED), 5);
    }

    @Transactional
    Part byQuantity(YearMonth month) {
        return part("药品数量排名", "Drugs by quantity", drugs.ranking(month, "", "", true, RANKED), 3);
    }

    private static Part part(String chinese, String english, List<DrugRank> ranked, int drawn) {
        List<List<Object>> rows = IntStream.range(0, ranked.size())
                .mapToObj(at -> List.<Object>of(
                        ranked.get(at).name(),
                        ranked.get(at).item(),
                        at + 1,
                        ranked.get(at).quantity().stripTrailingZeros(),
                        ranked.get(at).unit(),
                        ranked.get(at).amount()))
                .toList();
        return new Part(
                chinese,
                english,
                List.of("药品 Drug", "编码 Code", "名次 Rank", "数量 Quantity", "单位 Unit", "金额 Amount"),
                rows,
                List.of(drawn));
    }
}
