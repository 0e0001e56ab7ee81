package org.qiao.form;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A formula that was understood: every name is known and every part has the type that its place asks for. */
final class Formula implements FormulaReading {

    static final int LENGTH_MAX = 1_000;
    private static final int DEPTH_MAX = 50;
    private static final int DIGITS_MAX = 20;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,10})?");

    private final ASTNode tree;
    private final Map<String, Type> names;

    private Formula(ASTNode tree, Map<String, Type> names) {
        this.tree = tree;
        this.names = Map.copyOf(names);
    }

    /** What a part of a formula is. A column is a list of numbers, only for SUM, MIN and MAX. */
    enum Type {
        NUMBER,
        TEXT,
        TRUTH,
        DAY,
        COLUMN
    }

    /** @param known the type of each name that may be used */
    static FormulaReading read(String text, Function<String, Optional<Type>> known) {
        if (text.isBlank() || text.length() > LENGTH_MAX) {
            return new Refused(FieldFault.BAD_FORMULA, "");
        }
        try {
            Reader reader = new Reader(known);
            ASTNode tree = reader.joined(new Expression(text, FormulaWords.LANGUAGE).getAbstractSyntaxTree(), 0);
            reader.require(reader.type(tree) == Type.NUMBER, tree.getToken());
            return new Formula(tree, reader.names);
        } catch (ParseException bad) {
            return new Refused(FieldFault.BAD_FORMULA, bad.getTokenString() == null ? "" : bad.getTokenString());
        } catch (Misread bad) {
            return bad.refused;
        }
    }

    /** Names as they stand in the formula, {@code table.column} included. */
    Map<String, Type> names() {
        return names;
    }

    /**
     * Empty when all numbers in it or one of its days are missing, when something is divided by zero, and beyond twenty digits. Single
     * missing numbers count as zero.
     *
     * @param values BigDecimal for numbers and days (since 1970-01-01), a list of them for columns, String for texts; null: missing
     */
    Optional<BigDecimal> value(Function<String, @Nullable Object> values, int decimals) {
        Map<String, Object> given = new HashMap<>();
        boolean numbers = false;
        boolean found = false;
        for (Map.Entry<String, Type> name : names.entrySet()) {
            Object value = values.apply(name.getKey());
            switch (name.getValue()) {
                case DAY -> {
                    if (value == null) {
                        return Optional.empty();
                    }
                }
                case TEXT -> value = value == null ? "" : value;
                case NUMBER, COLUMN, TRUTH -> {
                    numbers = true;
                    found |= value instanceof List<?> column ? !column.isEmpty() : value != null;
                    value = value != null ? value : name.getValue() == Type.COLUMN ? List.of() : BigDecimal.ZERO;
                }
            }
            given.put(name.getKey(), value);
        }
        return numbers && !found ? Optional.empty() : value(given, decimals);
    }

    private Optional<BigDecimal> value(Map<String, Object> given, int decimals) {
        try {
            EvaluationValue value =
                    new Expression("0", FormulaWords.LANGUAGE).withValues(given).evaluateSubtree(tree);
            BigDecimal number = value.getNumberValue();
            if (number.signum() != 0 && number.precision() - number.scale() > DIGITS_MAX) {
                return Optional.empty();
            }
            return Optional.of(number.setScale(decimals, RoundingMode.HALF_UP));
        } catch (EvaluationException | ArithmeticException impossible) {
            return Optional.empty();
        }
    }

    /** Unwinds the walk; never leaves this class. */
    private static final class Misread extends Exception {

        private final transient Refused refused;

        Misread(FieldFault fault, String what) {
            super(what, null, false, false);
            this.refused = new Refused(fault, what);
        }
    }

    /** Walks the tree once to join names and once to find types. */
    private static final class Reader {

        private final Function<String, Optional<Type>> known;
        private final Map<String, Type> names = new HashMap<>();

        Reader(Function<String, Optional<Type>> known) {
            this.known = known;
        }

        /** The same tree with {@code table.column} as one name. */
        ASTNode joined(ASTNode node, int depth) throws Misread {
            Token token = node.getToken();
            require(depth <= DEPTH_MAX, token);
            List<ASTNode> parts = node.getParameters();
            if (token.getType() == TokenType.STRUCTURE_SEPARATOR) {
                require(isName(parts.get(0)) && isName(parts.get(1)), token);
                String name = parts.get(0).getToken().getValue() + "."
                        + parts.get(1).getToken().getValue();
                return new ASTNode(new Token(token.getStartPosition(), name, TokenType.VARIABLE_OR_CONSTANT));
            }
            ASTNode[] joined = new ASTNode[parts.size()];
            for (int i = 0; i < joined.length; i++) {
                joined[i] = joined(parts.get(i), depth + 1);
            }
            return new ASTNode(token, joined);
        }

        private static boolean isName(ASTNode node) {
            return node.getToken().getType() == TokenType.VARIABLE_OR_CONSTANT;
        }

        Type type(ASTNode node) throws Misread {
            Token token = node.getToken();
            return switch (token.getType()) {
                case NUMBER_LITERAL -> {
                    require(NUMBER.matcher(token.getValue()).matches(), token);
                    yield Type.NUMBER;
                }
                case STRING_LITERAL -> Type.TEXT;
                case VARIABLE_OR_CONSTANT -> name(token);
                case PREFIX_OPERATOR -> all(node, Type.NUMBER, Type.NUMBER);
                case INFIX_OPERATOR -> operation(node);
                case FUNCTION -> function(node);
                default -> throw new Misread(FieldFault.BAD_FORMULA, token.getValue());
            };
        }

        private Type name(Token token) throws Misread {
            Type type = known.apply(token.getValue())
                    .orElseThrow(() -> new Misread(FieldFault.UNKNOWN_FIELD, token.getValue()));
            names.put(token.getValue(), type);
            return type;
        }

        private Type operation(ASTNode node) throws Misread {
            return switch (node.getToken().getValue()) {
                case "+", "-", "*", "/", "^" -> all(node, Type.NUMBER, Type.NUMBER);
                case "=", "==", "!=", "<>" -> {
                    same(node, Type.COLUMN);
                    yield Type.TRUTH;
                }
                default -> {
                    require(same(node, Type.COLUMN) != Type.TEXT, node.getToken());
                    yield Type.TRUTH;
                }
            };
        }

        private Type function(ASTNode node) throws Misread {
            List<ASTNode> parts = node.getParameters();
            return switch (node.getToken().getValue().toUpperCase(Locale.ROOT)) {
                case "IF" -> {
                    require(type(parts.get(0)) == Type.TRUTH, node.getToken());
                    Type type = type(parts.get(1));
                    require(type == type(parts.get(2)) && type != Type.COLUMN, node.getToken());
                    yield type;
                }
                case "SUM", "MIN", "MAX" -> {
                    require(!parts.isEmpty(), node.getToken());
                    for (ASTNode part : parts) {
                        Type type = type(part);
                        require(type == Type.NUMBER || type == Type.COLUMN, part.getToken());
                    }
                    yield Type.NUMBER;
                }
                case "DAYS" -> all(node, Type.DAY, Type.NUMBER);
                default -> all(node, Type.NUMBER, Type.NUMBER);
            };
        }

        private Type all(ASTNode node, Type part, Type whole) throws Misread {
            for (ASTNode each : node.getParameters()) {
                require(type(each) == part, each.getToken());
            }
            return whole;
        }

        private Type same(ASTNode node, Type never) throws Misread {
            Type left = type(node.getParameters().get(0));
            require(left == type(node.getParameters().get(1)) && left != never, node.getToken());
            return left;
        }

        void require(boolean right, Token token) throws Misread {
            if (!right) {
                throw new Misread(FieldFault.BAD_FORMULA, token.getValue());
            }
        }
    }
}
