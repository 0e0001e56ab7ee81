package org.qiao.form;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.operators.AbstractOperator;
import com.ezylang.evalex.operators.InfixOperator;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** The whole language of formulas. Nothing of the library's own dictionaries is in it: no dates of now, no chance, no formats. */
final class FormulaWords {

    static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_UP);

    private static final int PLACES_MAX = 10;
    private static final int POWER_MAX = 100;

    /** Never changed after this line, so everybody may read it at once. */
    static final ExpressionConfiguration LANGUAGE = ExpressionConfiguration.builder()
            .operatorDictionary(operators())
            .functionDictionary(functions())
            .defaultConstants(Map.of())
            .mathContext(DIGITS)
            .arraysAllowed(false)
            .structuresAllowed(true)
            .binaryAllowed(false)
            .implicitMultiplicationAllowed(false)
            .singleQuoteStringLiteralsAllowed(false)
            .stripTrailingZeros(false)
            .build();

    private FormulaWords() {}

    private static OperatorDictionaryIfc operators() {
        OperatorDictionaryIfc words = new MapBasedOperatorDictionary();
        words.addOperator("+", new InfixPlusOperator());
        words.addOperator("-", new InfixMinusOperator());
        words.addOperator("-", new PrefixMinusOperator());
        words.addOperator("*", new InfixMultiplicationOperator());
        words.addOperator("/", new InfixDivisionOperator());
        words.addOperator("^", new Power());
        words.addOperator("=", new InfixEqualsOperator());
        words.addOperator("==", new InfixEqualsOperator());
        words.addOperator("!=", new InfixNotEqualsOperator());
        words.addOperator("<>", new InfixNotEqualsOperator());
        words.addOperator(">", new InfixGreaterOperator());
        words.addOperator(">=", new InfixGreaterEqualsOperator());
        words.addOperator("<", new InfixLessOperator());
        words.addOperator("<=", new InfixLessEqualsOperator());
        return words;
    }

    private static FunctionDictionaryIfc functions() {
        FunctionDictionaryIfc words = new MapBasedFunctionDictionary();
        words.addFunction("IF", new IfFunction());
        words.addFunction("ABS", new AbsFunction());
        words.addFunction("SUM", new Fold((sum, next) -> sum.add(next, DIGITS)));
        words.addFunction("MIN", new Fold(BigDecimal::min));
        words.addFunction("MAX", new Fold(BigDecimal::max));
        words.addFunction("ROUND", new Round());
        words.addFunction("DAYS", new Days());
        return words;
    }

    /** Whole exponents up to a hundred: enough for interest, too little to keep a machine busy. */
    @InfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_POWER, leftAssociative = false)
    private static final class Power extends AbstractOperator {

        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... of)
                throws EvaluationException {
            try {
                int exponent = of[1].getNumberValue().intValueExact();
                if (Math.abs(exponent) <= POWER_MAX) {
                    return EvaluationValue.numberValue(of[0].getNumberValue().pow(exponent, DIGITS));
                }
            } catch (ArithmeticException notWhole) {
                throw new EvaluationException(token, "not a whole exponent");
            }
            throw new EvaluationException(token, "too large an exponent");
        }
    }

    /** Over numbers and columns alike; an empty column is zero. */
    @FunctionParameter(name = "values", isVarArg = true)
    private static final class Fold extends AbstractFunction {

        private final BinaryOperator<BigDecimal> step;

        Fold(BinaryOperator<BigDecimal> step) {
            this.step = step;
        }

        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... of) {
            return EvaluationValue.numberValue(Stream.of(of)
                    .flatMap(each -> each.isArrayValue() ? each.getArrayValue().stream() : Stream.of(each))
                    .map(EvaluationValue::getNumberValue)
                    .reduce(step)
                    .orElse(BigDecimal.ZERO));
        }
    }

    @FunctionParameter(name = "value")
    @FunctionParameter(name = "places")
    private static final class Round extends AbstractFunction {

        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... of)
                throws EvaluationException {
            BigDecimal value = of[0].getNumberValue();
            int places = of[1].getNumberValue().intValue();
            if (places < 0 || places > PLACES_MAX || value.precision() - value.scale() > DIGITS.getPrecision()) {
                throw new EvaluationException(token, "out of range");
            }
            return EvaluationValue.numberValue(value.setScale(places, RoundingMode.HALF_UP));
        }
    }

    /** From the first day to the second: the next day is one day away. */
    @FunctionParameter(name = "from")
    @FunctionParameter(name = "to")
    private static final class Days extends AbstractFunction {

        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... of) {
            return EvaluationValue.numberValue(of[1].getNumberValue().subtract(of[0].getNumberValue()));
        }
    }
}
