package org.yibaoban.benefit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.yibaoban.benefit.PlanTerm.Unit;

/** The keys of a plan's figures, as written in the plan files. */
public final class PlanKeys {

    public static final String DEDUCTIBLE = "deductible";
    public static final String BASIC_RATE = "basic_fund.rate";
    public static final String BASIC_CAP = "basic_fund.cap";
    public static final String LARGE_RATE = "large_amount.rate";
    public static final String LARGE_CAP = "large_amount.cap";
    public static final String SERIOUS_THRESHOLD = "serious_illness.threshold";
    public static final String SERIOUS_CAP = "serious_illness.cap";
    public static final String SUPPLEMENT_INSIDE = "supplement.inside";
    public static final String SUPPLEMENT_OUTSIDE = "supplement.outside";
    public static final String ASSISTANCE_RATE = "assistance.rate";
    public static final String ASSISTANCE_CAP = "assistance.cap";
    public static final String BACKSTOP_SHARE = "backstop.share";
    public static final String OUTPATIENT_RATE = "outpatient.rate";
    public static final String OUTPATIENT_CAP = "outpatient.cap";
    /** Of outpatient visits for a registered chronic or special disease; each term names its disease. */
    public static final String DISEASE_RATE = "outpatient_disease.rate";
    /** What the basic fund pays at most for the disease in a year. */
    public static final String DISEASE_CAP = "outpatient_disease.cap";

    public static final String FIXED_PRICE_BASIC = "fixed_price.basic";
    public static final String FIXED_PRICE_SUPPLEMENT = "fixed_price.supplement";
    /** What other figures are derived from: last year's average wage of employees. */
    public static final String AVERAGE_WAGE = "base.average_wage";
    /** What other figures are derived from: last year's income of a rural resident. */
    public static final String RURAL_INCOME = "base.rural_income";

    /** Bands of serious illness are numbered from 1 to at most this. */
    public static final int MOST_BANDS = 9;

    private static final Set<String> AMOUNTS = Set.of(
            DEDUCTIBLE,
            BASIC_CAP,
            LARGE_CAP,
            SERIOUS_THRESHOLD,
            SERIOUS_CAP,
            ASSISTANCE_CAP,
            OUTPATIENT_CAP,
            DISEASE_CAP,
            AVERAGE_WAGE,
            RURAL_INCOME);
    private static final Set<String> RATES = Set.of(
            BASIC_RATE,
            LARGE_RATE,
            SUPPLEMENT_INSIDE,
            SUPPLEMENT_OUTSIDE,
            ASSISTANCE_RATE,
            BACKSTOP_SHARE,
            OUTPATIENT_RATE,
            DISEASE_RATE,
            FIXED_PRICE_BASIC,
            FIXED_PRICE_SUPPLEMENT);
    private static final Pattern BAND = Pattern.compile("serious_illness\\.band_([1-9])\\.(width|rate)");
    private static final List<String> BAND_WIDTHS = bands("width");
    private static final List<String> BAND_RATES = bands("rate");

    /** What a layer cannot do without. */
    private static final Map<Layer, List<String>> NEEDED = Map.of(
            Layer.DEDUCTIBLE, List.of(DEDUCTIBLE),
            Layer.BASIC_FUND, List.of(BASIC_RATE),
            Layer.LARGE_AMOUNT, List.of(LARGE_RATE),
            Layer.SERIOUS_ILLNESS, List.of(SERIOUS_THRESHOLD, bandRate(1)),
            Layer.SUPPLEMENT, List.of(SUPPLEMENT_INSIDE, SUPPLEMENT_OUTSIDE),
            Layer.ASSISTANCE, List.of(ASSISTANCE_RATE),
            Layer.BACKSTOP, List.of(BACKSTOP_SHARE));

    private PlanKeys() {}

    private static List<String> bands(String part) {
        // one more than there may be, for whoever asks whether there is a next one
        return IntStream.rangeClosed(1, MOST_BANDS + 1)
                .mapToObj(number -> "serious_illness.band_" + number + "." + part)
                .toList();
    }

    /** The width of a band, from 1; the last band has none. */
    public static String bandWidth(int number) {
        return BAND_WIDTHS.get(number - 1);
    }

    /** The rate of a band, from 1. */
    public static String bandRate(int number) {
        return BAND_RATES.get(number - 1);
    }

    /** The unit of a key; empty for a key that is not known. */
    public static Optional<Unit> unitOf(String key) {
        Matcher band = BAND.matcher(key);
        if (band.matches()) {
            return Optional.of(band.group(2).equals("rate") ? Unit.RATE : Unit.YUAN);
        }
        if (AMOUNTS.contains(key)) {
            return Optional.of(Unit.YUAN);
        }
        return RATES.contains(key) ? Optional.of(Unit.RATE) : Optional.empty();
    }

    /** The layer that a key belongs to; empty for what is no layer, such as the outpatient rate. */
    public static Optional<Layer> layerOf(String key) {
        return Layer.ofKey(key.contains(".") ? key.substring(0, key.indexOf('.')) : key);
    }

    /** Whether each term of a key names its disease. */
    public static boolean goesByDisease(String key) {
        return key.equals(DISEASE_RATE) || key.equals(DISEASE_CAP);
    }

    /** What a layer cannot do without. */
    public static List<String> neededBy(Layer layer) {
        return NEEDED.getOrDefault(layer, List.of());
    }

    /** All keys with a fixed name and their units, in alphabetical order; the bands are left out. */
    public static Map<String, Unit> fixed() {
        Map<String, Unit> units = new TreeMap<>();
        AMOUNTS.forEach(key -> units.put(key, Unit.YUAN));
        RATES.forEach(key -> units.put(key, Unit.RATE));
        return units;
    }
}
