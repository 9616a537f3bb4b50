package org.yibaoban.quota.payment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.yibaoban.money.Money;

/** Divides an amount by weights so that the parts add up to it: whole fen, the rest to the largest remainders. */
final class Apportionment {

    private Apportionment() {}

    /**
     * @param whole 0 or more, in yuan
     * @param weights what the parts go by; a negative one counts as nothing
     * @return one part for each weight; all nothing when the weights are
     */
    static List<Money> of(Money whole, List<Money> weights) {
        List<BigInteger> fen = weights.stream()
                .map(weight -> weight.floorZero().yuan().unscaledValue())
                .toList();
        BigInteger sum = fen.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0) {
            return weights.stream().map(weight -> Money.ZERO).toList();
        }
        BigInteger total = whole.yuan().unscaledValue();
        List<BigInteger[]> divided = fen.stream()
                .map(weight -> total.multiply(weight).divideAndRemainder(sum))
                .toList();
        int left = divided.stream()
                .map(part -> part[0])
                .reduce(total, BigInteger::subtract)
                .intValueExact();
        List<Integer> largest = IntStream.range(0, divided.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> divided.get(i)[1]).reversed())
                .limit(left)
                .toList();
        List<Money> parts = new ArrayList<>();
        for (int i = 0; i < divided.size(); i++) {
            BigInteger part = divided.get(i)[0].add(largest.contains(i) ? BigInteger.ONE : BigInteger.ZERO);
            parts.add(new Money(new BigDecimal(part, 2)));
        }
        return parts;
    }
}
