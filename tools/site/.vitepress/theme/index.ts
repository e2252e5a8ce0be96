import theme from 'vitepress/theme';
import './print.css';

export default theme;
