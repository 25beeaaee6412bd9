import js from '@eslint/js'
import ts from 'typescript'
import tseslint from 'typescript-eslint'

/**
 * A plain object has more than was put into it: what a user calls `constructor` is found in every one. So
 * what is no word of ours is looked up in a Map, or behind `Object.hasOwn`. What was read from files, of
 * unknown values, is held against its shape before anything is looked up in it.
 */
const lookUps = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { word: 'Look it up in a Map, or ask Object.hasOwn first: plain objects inherit.' },
  },
  create({ report, sourceCode }) {
    const { esTreeNodeToTSNodeMap: nodes, program } = sourceCode.parserServices
    const checker = program.getTypeChecker()
    const typeOf = (node) => checker.getTypeAtLocation(nodes.get(node))
    const isAsked = ({ parent }) =>
      parent.type === 'ConditionalExpression' &&
      sourceCode.getText(parent.test).includes('Object.hasOwn(')
    return {
      'MemberExpression[computed=true][object.type="Identifier"]'(node) {
        if (!(typeOf(node.property).flags & ts.TypeFlags.String) || isAsked(node)) return
        const values = checker.getIndexInfoOfType(typeOf(node.object), ts.IndexKind.String)?.type
        if (values && !(values.flags & ts.TypeFlags.Unknown)) report({ node, messageId: 'word' })
      },
    }
  },
}

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'dist.*/',
      'coverage/',
      'src/schema/generated/',
      'bench/.cache/',
      'test/**/fixtures/',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [
      js.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: {
      parserOptions: { project: ['./test/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { prefer: 'type-imports' }],
      // `import { type X }` would still load the module; start-up pays for every module loaded.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Unknown is a value on its way, not an error: no stack is wanted (src/finding/unknown.ts).
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'file', name: 'Unknown' }] },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { house: { rules: { 'look-ups': lookUps } } },
    rules: {
      'house/look-ups': 'error',
      // A list of a user's may be longer than a call can have arguments.
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^(push|unshift|splice|max|min)$/] > SpreadElement',
          message: 'Take the elements one by one: a long list overflows the stack.',
        },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
)
